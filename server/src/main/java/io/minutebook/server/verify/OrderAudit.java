package io.minutebook.server.verify;

import java.math.BigDecimal;
import java.util.List;

/**
 * Adds orders up anew, in fen, and pairs what one purchase says thrice: what the account paid with what the
 * order states, and each pack of the order with its grant.
 */
final class OrderAudit implements EventCheck {

    private static final List<String> MEANS = List.of("voucher", "gift", "revenueShare", "cash");

    private final Findings findings;
    private final Pairs pairs;

    OrderAudit(Findings findings) {
        this.findings = findings;
        this.pairs = new Pairs(findings);
    }

    @Override
    public void look(Fact fact) {
        switch (fact.type()) {
            case "orders.order-placed" -> placed(fact);
            case "account.order-paid" ->
                pairs.said(fact, "payment of order " + fact.part().text("orderId"), meansOf(fact.part().part("paid")));
            case "packs.pack-granted" -> granted(fact);
            case "packs.messages-granted" -> messagesGranted(fact);
            default -> {}
        }
    }

    private void placed(Fact fact) {
        var order = fact.part();
        var lines = order.parts("lines");
        expect(fact, "list price of the lines", sum(lines, "listPrice"), order.fen("listPrice"));
        expect(fact, "discount of the lines", sum(lines, "discount"), order.fen("discount"));
        expect(fact, "amount of the lines", sum(lines, "amount"), order.fen("payable"));
        expect(fact, "payment of the order", total(order.part("paid")), order.fen("payable"));
        for (var means : MEANS) {
            long ofLines = lines.stream().mapToLong(line -> line.part("paid").fen(means)).sum();
            expect(fact, means + " of the lines", ofLines, order.part("paid").fen(means));
        }
        lines.forEach(line -> added(fact, line));
        pairs.said(fact, "payment of order " + order.text("orderId"), meansOf(order.part("paid")));
    }

    private void added(Fact fact, Part line) {
        long discounted = line.fen("listPrice") - line.fen("discount");
        expect(fact, line.path() + " less discount", discounted, line.fen("amount"));
        expect(fact, line.path() + " payment", total(line.part("paid")), line.fen("amount"));
        for (var means : MEANS) {
            if (line.part("paid").fen(means) < 0) wrong(fact, line.path() + " is paid with less than nothing");
        }
        var pack = "pack " + line.text("resourceId");
        if (line.node().has("minutes")) pairs.said(fact, pack, packOf(line.text("meter"), line, "validFrom"));
        if (line.node().has("messages")) pairs.said(fact, pack, messagesOf(line));
    }

    private void granted(Fact fact) {
        var grant = fact.part();
        pairs.said(fact, "pack " + grant.text("packId"), packOf(grant.text("meter"), grant, "boughtAt"));
    }

    private void messagesGranted(Fact fact) {
        var grant = fact.part();
        if (grant.flag("included")) return;
        long messages = grant.number("messages");
        var price = new BigDecimal(grant.text("unitPrice")).multiply(BigDecimal.valueOf(messages));
        pairs.said(fact, "pack " + grant.text("packId"), messagesOf(grant, messages, price, grant));
    }

    private static String messagesOf(Part line) {
        var grant = line.part("messages");
        return messagesOf(grant, grant.number("count"), new BigDecimal(line.text("unitPrice")), line);
    }

    private static String messagesOf(Part owner, long messages, BigDecimal price, Part times) {
        return "%d messages of application %d at %s in [%s, %s)".formatted(
                messages,
                owner.number("applicationId"),
                price.stripTrailingZeros().toPlainString(),
                times.text("validFrom"),
                times.text("validUntil"));
    }

    private static String packOf(String meter, Part pack, String from) {
        return "%d minutes of %s at %s in [%s, %s)".formatted(
                pack.number("minutes"), meter, pack.text("unitPrice"), pack.text(from), pack.text("validUntil"));
    }

    private static String meansOf(Part paid) {
        return "%d fen: %s".formatted(total(paid), paid.node());
    }

    @Override
    public void end() {
        pairs.end();
    }

    private static long sum(List<Part> parts, String field) {
        return parts.stream().mapToLong(part -> part.fen(field)).sum();
    }

    private static long total(Part paid) {
        return MEANS.stream().mapToLong(paid::fen).sum();
    }

    private void expect(Fact fact, String what, long stated, long expected) {
        if (stated != expected) wrong(fact, "%s: %d fen, expected %d".formatted(what, stated, expected));
    }

    private void wrong(Fact fact, String what) {
        findings.add(Invariant.I7, fact + ": " + what);
    }
}

package io.minutebook.server.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds orders up anew, in fen, and pairs what one purchase says thrice: what the account paid with what the
 * order states, and each pack of the order with its grant.
 */
final class OrderAudit implements EventCheck {

    private static final List<String> MEANS = List.of("voucher", "gift", "revenueShare", "cash");

    private final Findings findings;
    /** What one side said, by what it is about, until the other side has spoken. */
    private final Map<String, String> awaited = new HashMap<>();

    OrderAudit(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Fact fact) {
        switch (fact.type()) {
            case "orders.order-placed" -> placed(fact);
            case "account.order-paid" ->
                pair(fact, "payment of order " + fact.part().text("orderId"), meansOf(fact.part().part("paid")));
            case "packs.pack-granted" -> granted(fact);
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
        pair(fact, "payment of order " + order.text("orderId"), meansOf(order.part("paid")));
    }

    private void added(Fact fact, Part line) {
        long discounted = line.fen("listPrice") - line.fen("discount");
        expect(fact, line.path() + " less discount", discounted, line.fen("amount"));
        expect(fact, line.path() + " payment", total(line.part("paid")), line.fen("amount"));
        for (var means : MEANS) {
            if (line.part("paid").fen(means) < 0) wrong(fact, line.path() + " is paid with less than nothing");
        }
        if (!line.node().has("minutes")) return;
        pair(fact, "pack " + line.text("resourceId"), packOf(line.text("meter"), line, "validFrom"));
    }

    private void granted(Fact fact) {
        var grant = fact.part();
        pair(fact, "pack " + grant.text("packId"), packOf(grant.text("meter"), grant, "boughtAt"));
    }

    private static String packOf(String meter, Part pack, String from) {
        return "%d minutes of %s at %s in [%s, %s)".formatted(
                pack.number("minutes"), meter, pack.text("unitPrice"), pack.text(from), pack.text("validUntil"));
    }

    private static String meansOf(Part paid) {
        return "%d fen: %s".formatted(total(paid), paid.node());
    }

    private void pair(Fact fact, String subject, String said) {
        var other = awaited.remove(subject);
        if (other == null) awaited.put(subject, said);
        else if (!other.equals(said)) wrong(fact, "%s: %s, elsewhere %s".formatted(subject, said, other));
    }

    @Override
    public void end() {
        awaited.forEach((subject, said) ->
                findings.add(Invariant.I7, subject + ": " + said + ", but only one of two events says so"));
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

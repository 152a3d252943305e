package io.minutebook.server.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works every refund out anew from what the orders took and what was used by then, sees that its money came back and its
 * resource ended, and that no resource and no legal entity had more than its one.
 */
final class RefundAudit implements EventCheck {

    private static final long DAY_MILLIS = 86_400_000;

    private final Findings findings;
    private final Pairs pairs;
    private final Map<String, List<PaidLine>> lines = new HashMap<>();
    /** Which add-ons were bought with a plan, by order and plan. */
    private final Map<String, List<String>> addOns = new HashMap<>();

    private final Map<String, Long> drawn = new HashMap<>();
    private final Set<String> once = new HashSet<>();

    RefundAudit(Findings findings) {
        this.findings = findings;
        this.pairs = new Pairs(findings);
    }

    @Override
    public void look(Fact fact) {
        var event = fact.part();
        switch (fact.type()) {
            case "orders.order-placed" -> event.parts("lines").forEach(line -> paid(event, line));
            case "packs.minutes-drawn" -> event.parts("draws").forEach(this::left);
            case "packs.draw-reversed" -> event.parts("returns").forEach(this::left);
            case "refunds.refund-granted" -> granted(fact);
            case "account.funds-returned" ->
                pairs.said(fact, "money of refund " + event.text("refundId"), moneyOf(event.part("returned")));
            case "packs.pack-refunded" -> ended(fact, event.text("packId"), event.text("refundedAt"));
            case "numbers.number-refunded", "seats.seats-refunded" ->
                ended(fact, event.text("resourceId"), event.text("refundedAt"));
            case "refunds.full-refund-claimed" -> {
                single(fact, "full refund of legal entity " + event.text("legalEntityId"));
                pairs.said(fact, "full refund " + event.text("refundId"), event.text("resourceId"));
            }
            default -> {}
        }
    }

    private void paid(Part order, Part line) {
        var id = line.text("resourceId");
        var paid = PaidLine.of(order, line);
        lines.computeIfAbsent(id, _ -> new ArrayList<>()).add(paid);
        if (paid.planId() == null || !paid.transaction().equals("PURCHASE")) return;
        addOns.computeIfAbsent(paid.orderId() + " " + paid.planId(), _ -> new ArrayList<>()).add(id);
    }

    private void left(Part change) {
        drawn.put(change.text("packId"), change.part("balance").number("drawn"));
    }

    private void ended(Fact fact, String resource, String at) {
        pairs.said(fact, "end by refund " + fact.part().text("refundId"), resource + " at " + at);
    }

    private void granted(Fact fact) {
        var refund = fact.part();
        var id = refund.text("refundId");
        var decision = refund.part("decision");
        var resource = refund.part("resource").text("resourceId");
        single(fact, "refund of " + resource);
        pairs.said(fact, "money of refund " + id, moneyOf(decision.part("split")));
        pairs.said(fact, "end by refund " + id, resource + " at " + refund.text("grantedAt"));
        expect(fact, decision, returnsOf(fact, decision, resource));
        if (!decision.text("rule").equals("FULL_WITHIN_DAYS")) return;
        pairs.said(fact, "full refund " + id, resource);
    }

    private record Return(PaidLine line, Ratio consumed) {

        /** Of what came from one kind of funds its share of what is left. */
        Ratio of(int kind) {
            if (line.returnable() == 0) return Ratio.ZERO;
            var left = Ratio.of(line.returnable()).minus(consumed).orZero();
            return left.times(line.paid().get(kind), line.returnable());
        }
    }

    private List<Return> returnsOf(Fact fact, Part decision, String resource) {
        var discount = Ratio.parse(decision.text("discountNow"));
        var own = lines.getOrDefault(resource, List.of());
        if (own.isEmpty()) throw new Misshapen(resource + " was never paid for");
        return switch (decision.text("rule")) {
            case "UNUSED_MINUTES" -> {
                var price = Ratio.ofYuan(own.getFirst().unitPrice());
                yield List.of(new Return(
                        own.getFirst(), price.times(drawn.getOrDefault(resource, 0L), 1).times(discount)));
            }
            case "UNUSED_DAYS" -> own.stream()
                    .sorted(Comparator.comparingLong(PaidLine::fromMillis))
                    .filter(line -> line.untilMillis() > fact.part().millis("grantedAt"))
                    .map(line -> new Return(line, usedOf(line, fact.part().millis("grantedAt")).times(discount)))
                    .toList();
            case "FULL_WITHIN_DAYS" -> allOf(own, resource).stream()
                    .map(line -> new Return(line, Ratio.ZERO))
                    .toList();
            default -> throw new Misshapen("the rule is none that is known");
        };
    }

    /** A started day counts, the first one at once. */
    private static Ratio usedOf(PaidLine line, long atMillis) {
        if (atMillis < line.fromMillis()) return Ratio.ZERO;
        long used = Math.max(1, startedDays(atMillis - line.fromMillis()));
        return Ratio.of(line.listPrice()).times(used, startedDays(line.untilMillis() - line.fromMillis()));
    }

    private static long startedDays(long millis) {
        return (millis + DAY_MILLIS - 1) / DAY_MILLIS;
    }

    private List<PaidLine> allOf(List<PaidLine> plan, String planId) {
        var all = new ArrayList<>(plan);
        var first = plan.getFirst().orderId();
        for (var addOn : addOns.getOrDefault(first + " " + planId, List.of())) {
            all.addAll(lines.getOrDefault(addOn, List.of()));
        }
        return all;
    }

    private void expect(Fact fact, Part decision, List<Return> returns) {
        var consumed = returns.stream().map(Return::consumed).reduce(Ratio.ZERO, Ratio::plus);
        var stated = Ratio.parse(decision.text("consumed")).times(100, 1);
        if (!stated.isSameAs(consumed)) wrong(fact, "consumed: %s yuan, expected %s/%s fen".formatted(
                decision.text("consumed"), consumed.numerator(), consumed.denominator()));
        long paid = returns.stream().mapToLong(back -> back.line().returnable()).sum();
        if (decision.fen("paid") != paid) wrong(fact, "paid: %d fen, expected %d".formatted(decision.fen("paid"), paid));
        var expected = parts(returns);
        for (int kind = 0; kind < expected.length; kind++) {
            long back = decision.part("split").fen(PaidLine.KINDS.get(kind));
            if (back != expected[kind]) {
                wrong(fact, "%s back: %d fen, expected %d".formatted(PaidLine.KINDS.get(kind), back, expected[kind]));
            }
        }
    }

    /** Whole fen of each kind, and of the fen that the rounded total has more one each to the largest remainders. */
    private static long[] parts(List<Return> returns) {
        var exact = new ArrayList<Ratio>();
        for (int kind = 0; kind < PaidLine.KINDS.size(); kind++) {
            int of = kind;
            exact.add(returns.stream().map(back -> back.of(of)).reduce(Ratio.ZERO, Ratio::plus));
        }
        long missing = exact.stream().reduce(Ratio.ZERO, Ratio::plus).rounded();
        var parts = new long[exact.size()];
        for (int kind = 0; kind < parts.length; kind++) {
            parts[kind] = exact.get(kind).floor();
            missing -= parts[kind];
        }
        for (; missing > 0; missing--) {
            int largest = 0;
            for (int kind = 1; kind < parts.length; kind++) {
                if (rest(exact, parts, kind).compare(rest(exact, parts, largest)) > 0) largest = kind;
            }
            parts[largest]++;
        }
        return parts;
    }

    private static Ratio rest(List<Ratio> exact, long[] parts, int kind) {
        return exact.get(kind).minus(Ratio.of(parts[kind]));
    }

    private static String moneyOf(Part split) {
        return "%d fen cash, %d gift, %d revenue share".formatted(
                split.fen("cash"), split.fen("gift"), split.fen("revenueShare"));
    }

    private void single(Fact fact, String what) {
        if (!once.add(what)) wrong(fact, "the second " + what);
    }

    private void wrong(Fact fact, String what) {
        findings.add(Invariant.I7, fact + ": " + what);
    }

    @Override
    public void end() {
        pairs.end();
    }
}

package io.minutebook.server.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Folds the money of every account anew, in fen: what came in and came back less what was paid is what events say is
 * left.
 */
final class AccountAudit implements EventCheck {

    private static final List<String> KINDS = List.of("cash", "gift", "revenueShare");
    private static final Map<String, String> FIELD_OF_KIND =
            Map.of("CASH", "cash", "GIFT", "gift", "REVENUE_SHARE", "revenueShare");

    private final Findings findings;
    /** By stream and kind, or by stream and voucher. */
    private final Map<String, Long> held = new HashMap<>();

    AccountAudit(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void look(Fact fact) {
        switch (fact.type()) {
            case "account.funds-credited" -> credited(fact);
            case "account.voucher-issued" -> issued(fact);
            case "account.order-paid" -> paid(fact);
            case "account.funds-returned" -> returned(fact);
            default -> {}
        }
    }

    private void credited(Fact fact) {
        var kind = fact.part().text("kind");
        var field = FIELD_OF_KIND.get(kind);
        if (field == null) throw new Misshapen("kind is " + kind.toLowerCase(Locale.ROOT) + ", which is unknown");
        held.merge(fact.stream() + " " + field, fact.part().fen("amount"), Long::sum);
        expectFunds(fact);
    }

    private void returned(Fact fact) {
        var returned = fact.part().part("returned");
        for (var kind : KINDS) {
            if (returned.fen(kind) < 0) wrong(fact, kind + " comes back as less than nothing");
            held.merge(fact.stream() + " " + kind, returned.fen(kind), Long::sum);
        }
        expectFunds(fact);
    }

    private void issued(Fact fact) {
        var voucher = fact.stream() + " voucher " + fact.part().text("voucherId");
        if (held.put(voucher, fact.part().fen("amount")) != null) wrong(fact, voucher + " was issued before");
    }

    private void paid(Fact fact) {
        var paid = fact.part().part("paid");
        for (var kind : KINDS) held.merge(fact.stream() + " " + kind, -paid.fen(kind), Long::sum);
        expectFunds(fact);
        long used = 0;
        for (var use : fact.part().parts("vouchers")) used += used(fact, use);
        expect(fact, "fen paid with vouchers", paid.fen("voucher"), used);
    }

    private long used(Fact fact, Part use) {
        var voucher = fact.stream() + " voucher " + use.text("voucherId");
        long used = use.fen("amount");
        long left = held.getOrDefault(voucher, 0L) - used;
        expect(fact, "fen left on " + voucher, use.fen("left"), left);
        if (left < 0) wrong(fact, voucher + " is overdrawn by " + -left + " fen");
        held.put(voucher, use.fen("left"));
        return used;
    }

    /** Goes on from what the event states. */
    private void expectFunds(Fact fact) {
        var funds = fact.part().part("funds");
        for (var kind : KINDS) {
            var key = fact.stream() + " " + kind;
            expect(fact, kind + " in fen", funds.fen(kind), held.getOrDefault(key, 0L));
            if (funds.fen(kind) < 0) wrong(fact, kind + " is below zero");
            held.put(key, funds.fen(kind));
        }
    }

    private void expect(Fact fact, String what, long stated, long expected) {
        if (stated != expected) wrong(fact, "%s: %d, expected %d".formatted(what, stated, expected));
    }

    private void wrong(Fact fact, String what) {
        findings.add(Invariant.I7, fact + ": " + what);
    }
}

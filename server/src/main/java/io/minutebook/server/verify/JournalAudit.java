package io.minutebook.server.verify;

import io.minutebook.server.verify.HeldPack.Left;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works out anew what each event moves, in fen, and holds the journal against it; at the end, what it defers against
 * what is still owed. Whatever has two sides is taken from two events: a payment from the account, a term from the
 * resource.
 */
final class JournalAudit implements EventCheck {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Map<String, String> FUNDS = Map.of(
            "cash", "liabilities:funds:cash",
            "gift", "liabilities:funds:gift",
            "revenueShare", "liabilities:funds:revenue-share",
            "voucher", "liabilities:vouchers");
    private static final Map<String, List<String>> CREDITED = Map.of(
            "CASH", List.of("assets:clearing:cash", "liabilities:funds:cash"),
            "GIFT", List.of("expenses:promotions:gift", "liabilities:funds:gift"),
            "REVENUE_SHARE", List.of("assets:clearing:revenue-share", "liabilities:funds:revenue-share"));

    private final Findings findings;
    private final KeptJournal journal;
    private final Map<String, PaidFor> packs = new HashMap<>();
    private final Map<String, List<TermOwed>> terms = new TreeMap<>();
    private final Map<String, Voucher> vouchers = new HashMap<>();
    private final Map<String, Part> payments = new HashMap<>();
    /** By month, account and pack: what its usage moved. */
    private final Map<String, long[]> usage = new TreeMap<>();

    /** A pack, what was paid for it and where its minutes are. */
    private record PaidFor(String account, long paidFen, Left left) {

        long earned(Left at) {
            return Fen.share(paidFen, at.drawn(), at.granted());
        }

        long released(Left at) {
            return Fen.share(paidFen, at.granted() - at.remaining(), at.granted());
        }

        PaidFor with(Left other) {
            return new PaidFor(account, paidFen, other);
        }
    }

    /** What is left on a voucher, and when that lapses. */
    private record Voucher(String lapse, long leftFen) {}

    JournalAudit(Findings findings, KeptJournal journal) {
        this.findings = findings;
        this.journal = journal;
    }

    @Override
    public void look(Fact fact) {
        if (fact.position() > journal.position()) return;
        var event = fact.part();
        var posted = new Posted();
        switch (fact.type()) {
            case "account.funds-credited" -> credited(event, posted);
            case "account.voucher-issued" -> issued(event, posted);
            case "account.order-paid" -> paid(event);
            case "orders.order-placed" -> placed(event, posted);
            case "packs.minutes-drawn" -> event.parts("draws").forEach(draw -> used(event, draw));
            case "packs.draw-reversed" -> event.parts("returns").forEach(back -> used(event, back));
            case "packs.minutes-adjusted" -> adjusted(event, posted);
            case "packs.pack-expired" -> lost(event, "expiredAt", "income:breakage", posted);
            case "packs.pack-refunded" -> lost(event, "refundedAt", "income:refunds", posted);
            case "account.funds-returned" -> returned(event, posted);
            case "seats.plan-bought", "seats.add-on-bought", "seats.seats-renewed", "chat.chat-plan-bought",
                    "chat.licences-bought", "chat.chat-renewed", "numbers.number-rented", "numbers.number-renewed" ->
                    bought(event);
            case "seats.seats-upgraded", "chat.chat-upgraded" -> upgraded(event);
            case "numbers.number-deregistered" ->
                ended(event.text("resourceId"), event.millis("deregisteredAt"), "income:breakage", posted);
            case "numbers.number-refunded" ->
                ended(event.text("resourceId"), event.millis("refundedAt"), "income:refunds", posted);
            case "seats.seats-refunded" -> {
                long at = event.millis("refundedAt");
                ended(event.text("resourceId"), at, "income:refunds", posted);
                event.texts("addOns").forEach(addOn -> ended(addOn, at, "income:refunds", posted));
            }
            default -> {}
        }
        journal.compare(fact, posted.sums, findings);
    }

    /** What an event moves, by month, account and ledger account. */
    private static final class Posted {
        private final Map<String, Long> sums = new TreeMap<>();

        void move(String month, String account, String ledgerAccount, long fen) {
            if (fen != 0) sums.merge(month + " " + account + " " + ledgerAccount, fen, Long::sum);
        }
    }

    private static void credited(Part event, Posted posted) {
        var sides = CREDITED.get(event.text("kind"));
        if (sides == null) throw new Misshapen("kind is " + event.text("kind") + ", which is unknown");
        var month = monthOf(event.millis("creditedAt"));
        posted.move(month, event.text("accountId"), sides.getFirst(), event.fen("amount"));
        posted.move(month, event.text("accountId"), sides.getLast(), -event.fen("amount"));
    }

    private void issued(Part event, Posted posted) {
        var account = event.text("accountId");
        long issuedAt = event.millis("issuedAt");
        posted.move(monthOf(issuedAt), account, "expenses:promotions:vouchers", event.fen("amount"));
        posted.move(monthOf(issuedAt), account, "liabilities:vouchers", -event.fen("amount"));
        var until = event.millisOrNull("validUntil");
        var lapse = until == null ? "never" : Long.toString(Math.max(until, issuedAt));
        vouchers.put(account + " " + event.text("voucherId"), new Voucher(lapse, event.fen("amount")));
    }

    private void paid(Part event) {
        payments.put(event.text("orderId"), event.part("paid"));
        for (var use : event.parts("vouchers")) {
            vouchers.computeIfPresent(
                    event.text("accountId") + " " + use.text("voucherId"),
                    (_, voucher) -> new Voucher(voucher.lapse(), use.fen("left")));
        }
    }

    private void placed(Part order, Posted posted) {
        var account = order.text("accountId");
        var month = monthOf(order.millis("placedAt"));
        var payment = payments.remove(order.text("orderId"));
        if (payment != null) FUNDS.forEach((kind, funds) -> posted.move(month, account, funds, payment.fen(kind)));
        for (var line : order.parts("lines")) {
            boolean isPack = line.node().has("minutes") || line.node().has("messages");
            var owed = isPack ? "liabilities:deferred:packs" : "liabilities:deferred:terms";
            posted.move(month, account, owed, -line.fen("amount"));
            if (isPack && line.fen("amount") > 0) packs.put(line.text("resourceId"), packOf(account, line));
        }
    }

    private static PaidFor packOf(String account, Part line) {
        long granted = line.node().has("minutes") ? line.number("minutes") : line.part("messages").number("count");
        return new PaidFor(account, line.fen("amount"), new Left(granted, 0, granted, 0, 0));
    }

    private void used(Part event, Part change) {
        var pack = packs.get(change.text("packId"));
        if (pack == null) return;
        var left = Left.of(change.part("balance"));
        long earned = pack.earned(left) - pack.earned(pack.left());
        long broken = pack.released(left) - pack.released(pack.left()) - earned;
        var late = event.textOrNull("lateIn");
        var month = late == null ? event.part("usage").text("month") : late;
        var key = month + " " + pack.account() + " " + change.text("packId");
        var sums = usage.computeIfAbsent(key, _ -> new long[2]);
        sums[0] += earned;
        sums[1] += broken;
        packs.put(change.text("packId"), pack.with(left));
    }

    private void adjusted(Part event, Posted posted) {
        var pack = packs.get(event.text("packId"));
        if (pack == null) return;
        var left = Left.of(event.part("balance"));
        long earned = pack.earned(left) - pack.earned(pack.left());
        long broken = pack.released(left) - pack.released(pack.left()) - earned;
        var month = monthOf(event.millis("adjustedAt"));
        posted.move(month, pack.account(), "liabilities:deferred:packs", earned + broken);
        posted.move(month, pack.account(), "income:minutes", -earned);
        posted.move(month, pack.account(), "income:breakage", -broken);
        packs.put(event.text("packId"), pack.with(left));
    }

    private static void returned(Part event, Posted posted) {
        var month = monthOf(event.millis("returnedAt"));
        var money = event.part("returned");
        FUNDS.forEach((kind, funds) -> {
            if (kind.equals("voucher")) return;
            posted.move(month, event.text("accountId"), funds, -money.fen(kind));
            posted.move(month, event.text("accountId"), "income:refunds", money.fen(kind));
        });
    }

    private void lost(Part event, String time, String to, Posted posted) {
        var pack = packs.get(event.text("packId"));
        if (pack == null) return;
        var left = Left.of(event.part("balance"));
        long broken = pack.released(left) - pack.released(pack.left());
        var month = monthOf(event.millis(time));
        posted.move(month, pack.account(), "liabilities:deferred:packs", broken);
        posted.move(month, pack.account(), to, -broken);
        packs.put(event.text("packId"), pack.with(left));
    }

    private void bought(Part event) {
        var term = event.part("term");
        add(event, term.millis("from"), term.millis("until"), term.fen("cost"));
    }

    private void upgraded(Part event) {
        add(event, event.millis("upgradedAt"), event.millis("validUntil"), event.fen("cost"));
    }

    private void add(Part event, long from, long until, long fen) {
        if (fen == 0) return;
        terms.computeIfAbsent(event.text("resourceId"), _ -> new ArrayList<>())
                .add(new TermOwed(event.text("accountId"), event.text("orderId"), from, until, fen, null));
    }

    private void ended(String resource, long at, String to, Posted posted) {
        terms.computeIfPresent(resource, (_, held) -> {
            var after = new ArrayList<TermOwed>();
            for (var term : held) {
                posted.move(monthOf(at), term.account(), "liabilities:deferred:terms", term.owedAt(at));
                posted.move(monthOf(at), term.account(), to, -term.owedAt(at));
                after.add(term.untilMillis() > at ? term.endedAt(at) : term);
            }
            return after;
        });
    }

    private static String monthOf(long millis) {
        return YearMonth.from(Instant.ofEpochMilli(millis).atZone(SHANGHAI)).toString();
    }

    @Override
    public void end() {
        journal.end(findings);
        var expectedUsage = new TreeMap<String, String>();
        usage.forEach((key, sums) -> expectedUsage.put(key, sums[0] + " fen earned, " + sums[1] + " broken"));
        journal.compareUsage(expectedUsage, findings);
        var expectedTerms = new TreeMap<String, String>();
        terms.forEach((resource, held) -> held.forEach(term ->
                expectedTerms.put(term.account() + " " + resource + " " + term.orderId(), term.toString())));
        journal.compareTerms(expectedTerms, findings);
        var expectedVouchers = new TreeMap<String, String>();
        vouchers.forEach((key, voucher) ->
                expectedVouchers.put(key + " " + voucher.lapse(), Long.toString(voucher.leftFen())));
        journal.compareVouchers(expectedVouchers, findings);
        journal.compareDeferred(owed(), findings);
    }

    /** By account: what is owed as packs, and as terms before their days are counted. */
    private Map<String, String> owed() {
        var ofPacks = new TreeMap<String, Long>();
        packs.values().forEach(pack ->
                ofPacks.merge(pack.account(), pack.paidFen() - pack.released(pack.left()), Long::sum));
        var ofTerms = new TreeMap<String, Long>();
        terms.values().forEach(held -> held.forEach(term -> ofTerms.merge(term.account(), term.kept(), Long::sum)));
        var owed = new TreeMap<String, String>();
        for (var account : ofPacks.keySet()) owed.put(account, "");
        for (var account : ofTerms.keySet()) owed.put(account, "");
        owed.replaceAll((account, _) -> ofPacks.getOrDefault(account, 0L) + " fen as packs, "
                + ofTerms.getOrDefault(account, 0L) + " as terms");
        return owed;
    }
}

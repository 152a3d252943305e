package io.minutebook.server.verify;

import io.minutebook.server.verify.HeldPack.Left;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rates and draws every record anew, in booking order. Each event is judged by the state that the events
 * before it leave, and that state begins empty: when no event is found wrong, the whole equals a reckoning
 * from scratch, and when one is, it is named and not all that follow from it.
 */
final class PoolAudit implements EventCheck {

    /**
     * A writer's transaction lasts no longer, so it judged a pack's end by a time at most this long before.
     */
    private static final long LONGEST_TRANSACTION_MILLIS = 300_000;

    private final Findings findings;
    private final Bookings bookings;
    private final ListedMessages prices;
    private final Map<String, List<HeldPack>> pools = new HashMap<>();

    PoolAudit(Findings findings, Bookings bookings, ListedMessages prices) {
        this.findings = findings;
        this.bookings = bookings;
        this.prices = prices;
    }

    @Override
    public void look(Fact fact) {
        switch (fact.type()) {
            case "packs.pack-granted" -> granted(fact);
            case "packs.messages-granted" -> messagesGranted(fact);
            case "packs.minutes-drawn" -> drawn(fact);
            case "packs.pack-expired" -> expired(fact);
            case "packs.draw-reversed" -> reversed(fact);
            case "packs.pack-refunded" -> refunded(fact);
            case "usage.usage-listed" -> listed(fact);
            case "usage.listing-withdrawn" -> withdrawn(fact);
            default -> {}
        }
    }

    private void granted(Fact fact) {
        var grant = fact.part();
        expect(fact, "its stream", fact.stream(), "packs-" + grant.text("accountId") + "-" + grant.text("meter"));
        take(fact, HeldPack.granted(grant));
    }

    private void messagesGranted(Fact fact) {
        var grant = fact.part();
        expect(fact, "its stream", fact.stream(), messagesOf(grant));
        take(fact, HeldPack.ofMessages(grant));
    }

    private void take(Fact fact, HeldPack pack) {
        var pool = pool(fact);
        if (find(pool, pack.id()).isPresent()) wrong(fact, pack.id() + " was granted before");
        conserve(fact, pack.id(), pack.left(), pack.left());
        pool.add(pack);
        pool.sort(HeldPack.DRAW_ORDER);
    }

    private void drawn(Fact fact) {
        var usage = fact.part().part("usage");
        var rating = rate(fact, usage);
        expect(fact, "its stream", fact.stream(), streamOf(usage, rating));
        if (rating.minutes() == 0) wrong(fact, "costs nothing and should be listed, not drawn");
        long owed = rating.minutes();
        var stated = fact.part().parts("draws");
        int next = 0;
        for (var pack : List.copyOf(pool(fact))) {
            long minutes = Math.min(owed, pack.usableAt(rating.endedAtMillis()));
            if (minutes == 0) continue;
            owed -= minutes;
            if (next == stated.size()) wrong(fact, "draws nothing from " + pack.id() + ", expected " + minutes);
            else expectDraw(fact, stated.get(next++), pack, minutes);
        }
        for (var excess : stated.subList(next, stated.size())) {
            wrong(fact, "draws from " + excess.text("packId") + ", expected none");
        }
        expect(fact, "uncovered minutes", fact.part().number("uncovered"), owed);
        stated.forEach(draw -> take(fact, draw));
    }

    private void expectDraw(Fact fact, Part draw, HeldPack pack, long minutes) {
        expect(fact, "the pack drawn from", draw.text("packId"), pack.id());
        expect(fact, "minutes from " + pack.id(), draw.number("minutes"), minutes);
        long fromExpired = minutes - Math.min(minutes, pack.left().remaining());
        expect(fact, "of them taken back from expired", draw.number("fromExpired"), fromExpired);
        expect(fact, "the price of a minute of " + pack.id(), draw.text("unitPrice"), pack.unitPrice());
    }

    private void take(Fact fact, Part draw) {
        long fromExpired = draw.number("fromExpired");
        long fromRemaining = draw.number("minutes") - fromExpired;
        change(fact, draw, left -> left.drawn(fromRemaining, fromExpired));
    }

    private void expired(Fact fact) {
        var lapse = fact.part();
        find(pool(fact), lapse.text("packId")).ifPresent(pack -> {
            expect(fact, "minutes expired", lapse.number("minutes"), pack.left().remaining());
            expect(fact, "the end of the pack's validity", lapse.millis("expiredAt"), pack.validUntilMillis());
            boolean isOver = pack.validUntilMillis() <= fact.recordedAt().toEpochMilli();
            if (!isOver) wrong(fact, "is recorded before the pack's validity is over");
        });
        change(fact, lapse, left ->
                new Left(left.granted(), left.drawn(), 0, left.expired() + left.remaining(), left.refunded()));
    }

    private void refunded(Fact fact) {
        var refund = fact.part();
        var id = refund.text("packId");
        long at = refund.millis("refundedAt");
        find(pool(fact), id).ifPresent(pack -> {
            expect(fact, "minutes refunded", refund.number("minutes"), pack.left().remaining());
            if (pack.isRefunded()) wrong(fact, id + " was refunded before");
            if (at < pack.boughtAtMillis() || at >= pack.validUntilMillis()) wrong(fact, id + " is not valid then");
        });
        change(fact, refund, left -> new Left(
                left.granted(), left.drawn(), 0, left.expired(), left.refunded() + left.remaining()));
        pool(fact).replaceAll(pack -> pack.id().equals(id) ? pack.endingAt(at) : pack);
    }

    private void reversed(Fact fact) {
        var booking = booking(fact);
        if (booking.isEmpty()) return;
        long uncovered = booking.get().number("uncovered");
        expect(fact, "uncovered minutes taken back", fact.part().number("uncovered"), uncovered);
        var draws = booking.get().parts("draws");
        var returns = fact.part().parts("returns");
        expect(fact, "packs given back to", returns.size(), draws.size());
        for (int i = 0; i < Math.min(draws.size(), returns.size()); i++) {
            expect(fact, "the pack given back to", returns.get(i).text("packId"), draws.get(i).text("packId"));
            expect(fact, "minutes given back", returns.get(i).number("minutes"), draws.get(i).number("minutes"));
        }
        returns.forEach(back -> giveBack(fact, back));
    }

    private void giveBack(Fact fact, Part back) {
        long toExpired = back.number("toExpired");
        long toRemaining = back.number("minutes") - toExpired;
        find(pool(fact), back.text("packId")).ifPresent(pack -> {
            if (pack.isRefunded()) {
                expect(fact, "minutes given back to what remains of " + pack.id(), toRemaining, 0L);
                return;
            }
            long overFor = fact.recordedAt().toEpochMilli() - pack.validUntilMillis();
            if (overFor < 0) expect(fact, "minutes given back to expired of " + pack.id(), toExpired, 0L);
            if (overFor > LONGEST_TRANSACTION_MILLIS) {
                expect(fact, "minutes given back to what remains of " + pack.id(), toRemaining, 0L);
            }
        });
        change(fact, back, left -> left.drawn(-toRemaining, -toExpired));
    }

    private void listed(Fact fact) {
        var usage = fact.part().part("usage");
        var rating = rate(fact, usage);
        expect(fact, "its stream", fact.stream(), "usage-" + accountOf(usage));
        if (rating.minutes() > 0) wrong(fact, "costs %d and should be drawn".formatted(rating.minutes()));
    }

    private void withdrawn(Fact fact) {
        var _ = booking(fact);
    }

    /**
     * The event by which a record that is taken back was booked; what is taken back must be that very record.
     */
    private Optional<Part> booking(Fact fact) {
        var usage = fact.part().part("usage");
        var booking = bookings.before(fact, usage.part("record").part("id"));
        if (booking.isEmpty()) wrong(fact, "takes back a record that is not booked on this stream before it");
        booking.ifPresent(booked -> {
            boolean isSame = booked.part("usage").node().equals(usage.node());
            if (!isSame) wrong(fact, "takes back other usage than was booked");
        });
        return booking;
    }

    private Rating rate(Fact fact, Part usage) {
        var rating = ratingOf(fact, usage);
        expect(fact, "the meter", usage.text("meter"), rating.meter());
        expect(fact, "billed minutes", usage.number("billed"), rating.minutes());
        var lateFrom = usage.textOrNull("lateFrom");
        var month = usage.text("month");
        expect(fact, "the month of its end", lateFrom == null ? month : lateFrom, rating.month());
        if (lateFrom != null && month.compareTo(lateFrom) <= 0) wrong(fact, "is late but billed in " + month);
        return rating;
    }

    /** By a price list that is not at hand bot messages may be free or not; they still count in full or not at all. */
    private Rating ratingOf(Fact fact, Part usage) {
        var record = usage.part("record");
        var rating = Rating.of(record);
        if (!rating.isOfMessages()) return rating;
        boolean areFree = prices.areFree(fact.priceBook(), record.text("region"), rating.endedAtMillis())
                .orElse(usage.number("billed") == 0);
        return areFree ? rating.free() : rating;
    }

    /** Applies a change to what the pack held and goes on from what the event states. */
    private void change(Fact fact, Part stated, UnaryOperator<Left> change) {
        var pool = pool(fact);
        var id = stated.text("packId");
        var held = find(pool, id);
        if (held.isEmpty()) {
            findings.add(Invariant.I1, fact + " touches pack " + id + ", which was never granted");
            return;
        }
        var left = Left.of(stated.part("balance"));
        conserve(fact, id, left, change.apply(held.get().left()));
        pool.replaceAll(pack -> pack.id().equals(id) ? pack.with(left) : pack);
    }

    private void conserve(Fact fact, String pack, Left stated, Left expected) {
        if (stated.equals(expected) && stated.isConserved()) return;
        findings.add(Invariant.I1, "%s leaves %s with %s, expected %s".formatted(fact, pack, stated, expected));
    }

    private void expect(Fact fact, String what, Object stated, Object expected) {
        if (!stated.equals(expected)) wrong(fact, "%s: %s, expected %s".formatted(what, stated, expected));
    }

    private void wrong(Fact fact, String what) {
        findings.add(Invariant.I6, fact + ": " + what);
    }

    private List<HeldPack> pool(Fact fact) {
        return pools.computeIfAbsent(fact.stream(), _ -> new ArrayList<>());
    }

    private static Optional<HeldPack> find(List<HeldPack> pool, String id) {
        return pool.stream().filter(pack -> pack.id().equals(id)).findFirst();
    }

    private static String accountOf(Part usage) {
        return usage.part("record").text("accountId");
    }

    private static String streamOf(Part usage, Rating rating) {
        return rating.isOfMessages()
                ? messagesOf(usage.part("record"))
                : "packs-" + accountOf(usage) + "-" + rating.meter();
    }

    private static String messagesOf(Part owner) {
        return "packs-" + owner.text("accountId") + "-BOT_MESSAGES-" + owner.number("applicationId");
    }
}

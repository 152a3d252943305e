package io.minutebook.billing.packs;

import static io.minutebook.billing.Usages.delivered;
import static io.minutebook.billing.Usages.minutesUntil;
import static io.minutebook.billing.packs.Packs.NEW_YEAR;
import static io.minutebook.billing.packs.Packs.expireAt;
import static io.minutebook.billing.packs.Packs.pack;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Usages;
import io.minutebook.billing.usage.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of one pool: packs bought and refunded, calls in any order, calls corrected and packs expiring; a
 * seed names each history.
 */
class PackPoolPropertyTest {

    private static final int STEPS = 400;
    private static final int DAYS = 900;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void grantedIsDrawnAndRemainingAndExpiredAtEveryEvent(long seed) {
        var history = new History(seed);
        var pool = PackPool.EMPTY;
        Map<PackId, Long> granted = new HashMap<>();
        Map<PackId, Long> drawn = new HashMap<>();
        for (var event : history.events()) {
            pool = pool.evolve(event);
            count(event, granted, drawn);
            for (var pack : pool.packs()) assertAccounted(pack, granted, drawn);
        }
        assertThat(history.lateDraws).as("calls that took minutes back from expired").isPositive();
        assertThat(history.uncovered).as("calls that no pack covered in full").isPositive();
        assertThat(history.givenBackTooLate).as("corrections that gave minutes back to expired").isPositive();
        assertThat(history.refunded).as("packs refunded").isPositive();
        assertThat(history.drawnFromRefunded).as("calls that drew what came back to a refunded pack").isPositive();
        assertThat(history.givenBackToRefunded).as("corrections that gave minutes back to a refunded pack").isPositive();
        assertThat(history.correctedAgain).as("corrections of corrections").isPositive();
    }

    private static void count(PackEvent event, Map<PackId, Long> granted, Map<PackId, Long> drawn) {
        switch (event) {
            case PackGranted grant -> granted.put(grant.packId(), grant.minutes().value());
            case MessagesGranted grant -> granted.put(grant.packId(), grant.messages());
            case MinutesDrawn call -> {
                for (var draw : call.draws()) drawn.merge(draw.packId(), draw.minutes().value(), Long::sum);
                assertBilledInFull(call);
            }
            case PackExpired expired -> assertThat(expired.minutes()).isGreaterThan(Minutes.ZERO);
            case PackRefunded refunded ->
                assertThat(refunded.balance().refunded()).isEqualTo(refunded.minutes());
            case DrawReversed reversed -> {
                for (var back : reversed.returns()) drawn.merge(back.packId(), -back.minutes().value(), Long::sum);
            }
        }
    }

    private static void assertBilledInFull(MinutesDrawn call) {
        long drawn = call.draws().stream().mapToLong(draw -> draw.minutes().value()).sum();
        assertThat(drawn + call.uncovered().value()).isEqualTo(call.usage().billed().value());
    }

    private static void assertAccounted(Pack pack, Map<PackId, Long> granted, Map<PackId, Long> drawn) {
        var balance = pack.balance();
        long elsewhere = balance.remaining().value() + balance.expired().value() + balance.refunded().value();
        assertThat(balance.granted().value()).isEqualTo(granted.get(pack.id()));
        assertThat(balance.drawn().value()).isEqualTo(drawn.getOrDefault(pack.id(), 0L));
        if (pack.refundedAt() != null) assertThat(balance.remaining()).isEqualTo(Minutes.ZERO);
        assertThat(balance.drawn().value() + elsewhere).isEqualTo(balance.granted().value());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void foldingFromAnyPointOnGivesTheSamePool(long seed) {
        var events = new History(seed).events();
        var whole = fold(PackPool.EMPTY, events);

        for (int cut = 0; cut <= events.size(); cut += 37) {
            var snapshot = fold(PackPool.EMPTY, events.subList(0, cut));
            assertThat(fold(snapshot, events.subList(cut, events.size()))).isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theSameHistoryGivesTheSameEvents(long seed) {
        assertThat(new History(seed).events()).isEqualTo(new History(seed).events());
    }

    private static PackPool fold(PackPool pool, List<PackEvent> events) {
        for (var event : events) pool = pool.evolve(event);
        return pool;
    }

    /** Time moves on day by day; calls may be reported up to a year late. */
    private static final class History {

        private static final int FIRST_CORRECTION_AFTER = 5;

        private final Random random;
        private final List<PackEvent> events = new ArrayList<>();
        private final List<MinutesDrawn> booked = new ArrayList<>();
        private final Set<MinutesDrawn> corrections = new HashSet<>();
        private PackPool pool = PackPool.EMPTY;
        private Instant now = NEW_YEAR;
        private int bought;
        private int lateDraws;
        private int uncovered;
        private int givenBackTooLate;
        private int correctedAgain;
        private int refunded;
        private int drawnFromRefunded;
        private int givenBackToRefunded;

        History(long seed) {
            random = new Random(seed);
        }

        List<PackEvent> events() {
            for (int step = 0; step < STEPS; step++) step();
            return List.copyOf(events);
        }

        private void step() {
            now = now.plus(Duration.ofHours(random.nextInt(24 * 2 * DAYS / STEPS)));
            switch (random.nextInt(11)) {
                case 0 -> happened(pool.grant(bought()));
                case 1 -> pool.expire(expireAt(now)).forEach(this::happened);
                case 2 -> correct();
                case 3 -> refund();
                default -> booked(call());
            }
        }

        private void refund() {
            var active = pool.packs().stream()
                    .filter(pack -> pack.refundedAt() == null && pack.wasValidAt(now))
                    .toList();
            if (active.size() < 2) return;
            var pack = active.get(random.nextInt(active.size()));
            refunded++;
            happened(pool.refund(new RefundPack(
                    PoolId.ofMinutes(Usages.ACCOUNT, Meter.LANDLINE_OUTBOUND), pack.id(),
                    new RefundId("F" + refunded), now)));
        }

        private boolean isRefunded(PackId id) {
            return pool.pack(id).refundedAt() != null;
        }

        /** The old call's minutes go back, then the new one draws; a new one may be corrected in its turn. */
        private void correct() {
            if (booked.size() < FIRST_CORRECTION_AFTER) return;
            var old = booked.remove(random.nextInt(booked.size()));
            if (corrections.contains(old)) correctedAgain++;
            var endedAt = old.usage().endedAt();
            var corrected = minutesUntil(endedAt, 1 + random.nextInt(60));
            var reversed = pool.reverse(new ReverseDraw(old, delivered(corrected), now));
            if (reversed.returns().stream().anyMatch(back -> !back.toExpired().isZero())) givenBackTooLate++;
            if (reversed.returns().stream().anyMatch(back -> isRefunded(back.packId()))) givenBackToRefunded++;
            happened(reversed);
            corrections.add(booked(pool.draw(corrected)));
        }

        private MinutesDrawn booked(MinutesDrawn event) {
            booked.add(event);
            happened(event);
            return event;
        }

        private GrantPack bought() {
            return pack("P%04d".formatted(++bought), 1 + random.nextInt(800), now, now.plus(Duration.ofDays(365)));
        }

        private MinutesDrawn call() {
            var late = random.nextInt(3) == 0 ? Duration.ofDays(random.nextInt(365)) : Duration.ZERO;
            var event = pool.draw(minutesUntil(now.minus(late), 1 + random.nextInt(60)));
            if (event.draws().stream().anyMatch(draw -> !draw.fromExpired().isZero())) lateDraws++;
            if (event.draws().stream().anyMatch(draw -> isRefunded(draw.packId()))) drawnFromRefunded++;
            if (!event.uncovered().isZero()) uncovered++;
            return event;
        }

        private void happened(PackEvent event) {
            events.add(event);
            pool = pool.evolve(event);
        }
    }
}

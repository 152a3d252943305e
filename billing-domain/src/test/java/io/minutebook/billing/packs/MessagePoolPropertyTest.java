package io.minutebook.billing.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.usage.MeteredUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of the bot messages of one application: months of plans, packs, batches in any order, lapses. */
class MessagePoolPropertyTest {

    private static final int STEPS = 1_000;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void everyMessageIsDrawnOrUncoveredAndNoneIsLost(long seed) {
        var history = new History(seed);
        for (int step = 0; step < STEPS; step++) history.step();

        assertThat(history.packsDrawn).as("draws from packs").isPositive();
        assertThat(history.uncovered).as("batches not covered in full").isPositive();
        assertThat(history.late).as("batches that took back what had lapsed").isPositive();
    }

    private static final class History {

        private final Random random;
        private PackPool pool = PackPool.EMPTY;
        private Instant now = START;
        private int granted;
        private long allGranted;
        private long allDrawn;
        private int packsDrawn;
        private int uncovered;
        private int late;

        History(long seed) {
            random = new Random(seed);
        }

        void step() {
            now = now.plus(Duration.ofHours(random.nextInt(48)));
            switch (random.nextInt(8)) {
                case 0 -> happened(pool.grant(Messages.included(id(), 1 + random.nextInt(300), now, inDays(30))));
                case 1 -> happened(pool.grant(Messages.pack(id(), 1 + random.nextInt(300), now, inDays(90))));
                case 2 -> pool.expire(new PassPackTime(Messages.POOL, now)).forEach(this::happened);
                default -> use();
            }
        }

        private String id() {
            return "G%04d".formatted(++granted);
        }

        private Instant inDays(int days) {
            return now.plus(Duration.ofDays(days));
        }

        private void use() {
            var reported = random.nextInt(2) == 0 ? Duration.ofDays(random.nextInt(60)) : Duration.ZERO;
            var usage = Messages.used(1 + random.nextInt(80), now.minus(reported));
            var before = pool;
            var event = pool.draw(usage);
            happened(event);
            assertFullyBooked(usage, event);
            assertDrawnInOrder(before, usage, event);
            if (!event.uncovered().isZero()) uncovered++;
            if (event.draws().stream().anyMatch(draw -> !draw.fromExpired().isZero())) late++;
        }

        private void assertFullyBooked(MeteredUsage usage, MinutesDrawn event) {
            long drawn = event.draws().stream().mapToLong(draw -> draw.minutes().value()).sum();
            assertThat(drawn).isNotNegative();
            assertThat(drawn + event.uncovered().value()).isEqualTo(usage.billed().value());
        }

        /** Whoever comes later in the order gives nothing while one before has something left. */
        private void assertDrawnInOrder(PackPool before, MeteredUsage usage, MinutesDrawn event) {
            var eligible = new ArrayList<Pack>();
            for (var pack : before.packs()) {
                if (!pack.drawableFor(usage.endedAt()).isZero()) eligible.add(pack);
            }
            assertThat(eligible).isSortedAccordingTo(Pack.DRAW_ORDER);
            var drawnFrom = event.draws().stream().map(Draw::packId).toList();
            assertThat(drawnFrom).isEqualTo(idsOf(eligible.subList(0, drawnFrom.size())));
            for (int i = 0; i + 1 < drawnFrom.size(); i++) {
                assertThat(event.draws().get(i).minutes()).isEqualTo(eligible.get(i).drawableFor(usage.endedAt()));
            }
            boolean fromPack = eligible.subList(0, drawnFrom.size()).stream().anyMatch(pack -> !pack.included());
            if (fromPack) packsDrawn++;
        }

        private static List<PackId> idsOf(List<Pack> packs) {
            return packs.stream().map(Pack::id).toList();
        }

        /** A balance that does not account for every message cannot be made; here the sums are those of the events. */
        private void happened(PackEvent event) {
            pool = pool.evolve(event);
            if (event instanceof MessagesGranted grant) allGranted += grant.messages();
            if (event instanceof MinutesDrawn used) allDrawn += used.drawn().value();
            assertThat(sum(Balance::granted)).isEqualTo(allGranted);
            assertThat(sum(Balance::drawn)).isEqualTo(allDrawn);
            assertThat(sum(Balance::drawn) + sum(Balance::remaining) + sum(Balance::expired)).isEqualTo(allGranted);
        }

        private long sum(Function<Balance, Minutes> part) {
            return pool.packs().stream().mapToLong(pack -> part.apply(pack.balance()).value()).sum();
        }
    }
}

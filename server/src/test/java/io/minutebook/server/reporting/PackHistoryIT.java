package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.reporting.Projections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What packs held at earlier positions of a pool with thousands of events, with checkpoints and without. */
class PackHistoryIT {

    private static final int EVENTS = Integer.getInteger("history.events", 3_500);
    private static final long SEED = 20_250_711;
    private static final int POSITIONS = 60;
    private static final int PER_BATCH = 2_000;
    private static final Instant FIRST = Instant.parse("2025-01-02T00:00:00Z");

    private ReadModels models;

    @BeforeEach
    void fill() {
        models = new ReadModels();
        var batch = new ArrayList<PackEvent>();
        var pool = PackPool.EMPTY;
        for (int number = 0; number < EVENTS; number++) {
            var event = number % (EVENTS / 4) == 0 ? granted(number) : drawn(pool, number);
            pool = pool.evolve(event);
            batch.add(event);
            if (batch.size() == PER_BATCH || number == EVENTS - 1) {
                models.appendAll(Facts.POOL, number + 1 - batch.size(), batch, FIRST);
                batch.clear();
            }
        }
        models.project(Projections.ALL);
        models.awaitAll(Duration.ofMinutes(10));
    }

    @AfterEach
    void close() {
        models.close();
    }

    private static PackEvent granted(int number) {
        var pack = new PackId("P%012d".formatted(number));
        var until = FIRST.plus(Duration.ofDays(400L - number % 7));
        return new PackGranted(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, pack, new ProductCode("landline-outbound-custom"),
                new Minutes(EVENTS / 2), UnitPrice.of("0.145"), FIRST, until, new OrderId("O000000000001"));
    }

    private static PackEvent drawn(PackPool pool, int number) {
        var leg = Facts.leg("r-" + number, FIRST.plusMillis(number), Duration.ofSeconds(30 + number % 90));
        return pool.draw(MeteredUsage.of(leg, Meter.LANDLINE_OUTBOUND));
    }

    @Test
    void checkpointsChangeNoFigure() {
        assertThat(models.jdbc().queryForObject(
                        "select count(*) from pack_checkpoint where pack_id = ''", Integer.class))
                .isEqualTo(EVENTS / 1_000);
        var random = new Random(SEED);
        var quick = models.packHistory();
        var slow = quick.withoutCheckpoints();
        long longest = 0;
        for (int i = 0; i < Math.min(POSITIONS, 3_000_000 / EVENTS); i++) {
            long position = random.nextLong(models.head() + 2);
            long begun = System.nanoTime();
            var packs = quick.of(Facts.POOL, position);
            longest = Math.max(longest, System.nanoTime() - begun);
            assertThat(packs).as("%s", position).isEqualTo(slow.of(Facts.POOL, position));
        }
        System.out.printf("as of %,d events in %d ms at most%n", EVENTS, longest / 1_000_000);
    }
}

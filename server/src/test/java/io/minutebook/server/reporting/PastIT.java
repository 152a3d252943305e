package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.Transaction;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.bills.BillDetail;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.projections.Checkpoints;
import io.minutebook.reporting.usage.Usage;
import io.minutebook.reporting.usage.UsagePage;
import io.minutebook.reporting.usage.UsageQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was known at earlier positions of a pool with thousands of events, with checkpoints and without. */
class PastIT {

    private static final int EVENTS = Integer.getInteger("history.events", 3_500);
    private static final long SEED = 20_250_711;
    private static final int POSITIONS = 60;
    private static final int PER_BATCH = 2_000;
    private static final Instant FIRST = Instant.parse("2025-01-02T00:00:00Z");
    private static final BillingMonth MONTH = BillingMonth.of(FIRST);
    private static final OrderId ORDER = new OrderId("O000000000001");
    private static final Paid NOTHING_PAID = new Paid(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    private static final ProductCode PRODUCT = new ProductCode("landline-outbound-custom");

    private ReadModels models;

    @BeforeEach
    void fill() {
        models = new ReadModels();
        models.append("order-" + ORDER, 0, ordered(), FIRST);
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

    /** All packs at once, for nothing. */
    private static OrderPlaced ordered() {
        var lines = new ArrayList<OrderLine>();
        for (int number = 0; number < EVENTS; number += EVENTS / 4) {
            lines.add(new OrderLine(
                    PRODUCT, Family.CALL, Transaction.PURCHASE, Meter.LANDLINE_OUTBOUND, packOf(number).value(), 1,
                    new Minutes(EVENTS / 2), null, null, UnitPrice.of("0"), null, Money.ZERO, Money.ZERO, Money.ZERO, null,
                    NOTHING_PAID, FIRST, untilOf(number), LocalDate.parse("2026-01-15")));
        }
        return new OrderPlaced(
                ORDER, ACCOUNT, FIRST, "2025-05", lines, Money.ZERO, Money.ZERO, Money.ZERO, NOTHING_PAID, List.of());
    }

    private static PackId packOf(int number) {
        return new PackId("P%012d".formatted(number));
    }

    private static Instant untilOf(int number) {
        return FIRST.plus(Duration.ofDays(400L - number % 7));
    }

    private static PackEvent granted(int number) {
        var pack = packOf(number);
        var until = untilOf(number);
        return new PackGranted(
                ACCOUNT, Meter.LANDLINE_OUTBOUND, pack, PRODUCT,
                new Minutes(EVENTS / 2), UnitPrice.of("0.145"), FIRST, until, ORDER);
    }

    private static PackEvent drawn(PackPool pool, int number) {
        var leg = Facts.leg("r-" + number, FIRST.plusMillis(number), Duration.ofSeconds(30 + number % 90));
        return pool.draw(MeteredUsage.of(leg, Meter.LANDLINE_OUTBOUND));
    }

    @Test
    void billsAndUsageAreThoseOfTheEventsAlone() {
        assertThat(models.jdbc().queryForObject(
                        "select count(*) from bill_checkpoint where month = ''", Integer.class))
                .isEqualTo(EVENTS / Checkpoints.EVENTS_BETWEEN);
        var random = new Random(SEED);
        var past = models.past();
        var replay = models.accountReplay();
        long longest = 0;
        for (int i = 0; i < Math.clamp(30_000L / EVENTS, 1, POSITIONS); i++) {
            long position = random.nextLong(models.head() + 2);
            long begun = System.nanoTime();
            var bill = past.askBills(ACCOUNT, position, PastIT::bill);
            long asked = System.nanoTime();
            var page = page(past.usageAt(position));
            longest = Math.max(longest, Math.max(asked - begun, System.nanoTime() - asked));
            List<Record> alone = replay.ask(
                    ACCOUNT, position, then -> List.of(bill(then.bills()), page(then.usage())));
            assertThat(List.of(bill, page)).as("bill and usage at %s", position).isEqualTo(alone);
        }
        System.out.printf("bills and usage as of %,d events in %d ms at most%n", EVENTS, longest / 1_000_000);
    }

    private static BillDetail bill(Bills bills) {
        return bills.inDetail(ACCOUNT, MONTH, FIRST.plus(Duration.ofDays(20)));
    }

    private static UsagePage page(Usage usage) {
        return usage.page(new UsageQuery(ACCOUNT, MONTH, null, null), null, 100);
    }

    @Test
    void checkpointsChangeNoFigure() {
        assertThat(models.jdbc().queryForObject(
                        "select count(*) from pack_checkpoint where pack_id = ''", Integer.class))
                .isEqualTo(EVENTS / Checkpoints.EVENTS_BETWEEN);
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

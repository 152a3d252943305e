package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static io.minutebook.server.reporting.Facts.PACK;
import static io.minutebook.server.reporting.Facts.VALID_UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.months.MonthClosed;
import io.minutebook.billing.months.MonthsBegun;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.bills.BillComponent;
import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.BillDetailLine;
import io.minutebook.reporting.bills.Bills;
import io.minutebook.reporting.bills.BillsProjection;
import io.minutebook.reporting.bills.TransactionType;
import io.minutebook.reporting.months.Known;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillDetailIT {

    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final BillingMonth FEBRUARY = JANUARY.next();
    private static final Instant IN_JANUARY = Instant.parse("2025-01-31T15:59:59.999Z");
    private static final Instant IN_FEBRUARY = IN_JANUARY.plusMillis(1);
    private static final Instant LATER = Instant.parse("2025-06-01T00:00:00Z");
    private static final Projected bills = Projected.of(new BillsProjection());

    @AfterAll
    static void close() {
        bills.close();
    }

    @BeforeEach
    void empty() {
        bills.clear();
    }

    @Test
    void theUsageOfAMonthIsOneLineForEachPackItDrewFromAndCostsNothing() {
        bills.take(
                Facts.orderPlaced(),
                Facts.minutesDrawn("r-1", IN_JANUARY, 3, 0),
                Facts.minutesDrawn("r-2", IN_JANUARY, 4, 3));

        var lines = detail(JANUARY);
        assertThat(lines).extracting(line -> line.line().transactionType())
                .containsExactly(TransactionType.PURCHASE, TransactionType.USAGE);
        assertThat(lines.getFirst().component()).isEqualTo(BillComponent.PRICE);
        assertThat(lines.getFirst().measured()).isNull();
        assertQuantities(lines.getLast(), BillComponent.PACK_MINUTES, 7, 7, 93);
        var usage = lines.getLast().line();
        assertThat(usage.resourceId()).isEqualTo(PACK.value());
        assertThat(usage.amount()).isEqualTo(Money.ZERO);
        assertThat(BillingMonth.of(usage.transactionTime())).isEqualTo(JANUARY);
        assertThat(usage.usageStart()).isEqualTo(Facts.BOUGHT);
        assertThat(usage.usageEnd()).isEqualTo(FEBRUARY.start());
    }

    @Test
    void theTotalsAreTheSameInBothViews() {
        bills.take(Facts.orderPlaced(), Facts.minutesDrawn("r-1", IN_JANUARY, 3, 0));

        assertThat(bills().inDetail(ACCOUNT, JANUARY, LATER).bill()).isEqualTo(bills().byResource(ACCOUNT, JANUARY));
        assertThat(bills().byResource(ACCOUNT, JANUARY).lines()).hasSize(1);
    }

    @Test
    void aPackBoughtInAnotherMonthIsOnTheBillWithWhatEachMonthLeftInIt() {
        bills.take(
                Facts.orderPlaced(),
                Facts.minutesDrawn("r-1", IN_FEBRUARY, 10, 0),
                Facts.minutesDrawn("r-2", IN_JANUARY, 3, 10));

        assertThat(detail(FEBRUARY)).hasSize(1);
        assertQuantities(detail(FEBRUARY).getFirst(), BillComponent.PACK_MINUTES, 10, 10, 87);
        assertQuantities(detail(JANUARY).getLast(), BillComponent.PACK_MINUTES, 3, 3, 97);
        assertThat(detail(FEBRUARY).getFirst().line().usageStart()).isEqualTo(FEBRUARY.start());
    }

    @Test
    void whatACorrectionTookAwayIsTakenOffTheMonthItWasBookedIn() {
        var booked = Facts.minutesDrawn("r-1", IN_JANUARY, 3, 0);
        bills.take(Facts.orderPlaced(), booked);
        bills.take(Facts.drawReversed(booked, 0), Facts.minutesDrawn("r-1:r1", IN_JANUARY, 1, 0));
        assertQuantities(detail(JANUARY).getLast(), BillComponent.PACK_MINUTES, 1, 1, 99);

        bills.take(Facts.drawReversed(Facts.minutesDrawn("r-1:r1", IN_JANUARY, 1, 0), 0));
        assertThat(detail(JANUARY)).extracting(BillDetailLine::component).containsExactly(BillComponent.PRICE);
    }

    @Test
    void minutesThatNoPackCoveredAreALineOfTheirMeter() {
        var booked = Facts.uncovered("r-1", IN_JANUARY, 5);
        bills.take(booked, Facts.uncovered("r-2", IN_JANUARY, 2));

        var line = detail(JANUARY).getFirst();
        assertQuantities(line, BillComponent.UNCOVERED_MINUTES, 7, 0, 0);
        assertThat(line.line().subProduct()).isEqualTo(Meter.LANDLINE_OUTBOUND);
        assertThat(line.line().family()).isEqualTo(Family.CALL);
        assertThat(line.line().product()).isNull();
        bills.take(Facts.drawReversed(booked, 0));
        assertQuantities(detail(JANUARY).getFirst(), BillComponent.UNCOVERED_MINUTES, 2, 0, 0);
    }

    @Test
    void nothingRemainsOnceThePackHasLapsedAndNotBefore() {
        var month = BillingMonth.of(VALID_UNTIL.minusMillis(1));
        bills.take(Facts.orderPlaced(), Facts.minutesDrawn("r-1", VALID_UNTIL.minusMillis(1), 4, 0));

        assertThat(detail(month, VALID_UNTIL.minusMillis(1)).getFirst().remaining()).isEqualTo(96);
        assertThat(detail(month, VALID_UNTIL).getFirst().remaining()).isZero();
        assertThat(detail(month, LATER.plusSeconds(1_000_000_000)).getFirst().line().usageEnd()).isEqualTo(VALID_UNTIL);
    }

    /** Ten minutes by hand, of them four that the record's own correction would have given back. */
    @Test
    void whatPeopleMovedByHandCountsInWhatRemains() {
        var booked = Facts.minutesDrawn("r-1", IN_JANUARY, 30, 0);
        bills.take(Facts.orderPlaced(), booked, Facts.minutesReturned("adjustment-000001", IN_FEBRUARY, 10, 20));
        bills.take(Facts.minutesDrawn("r-2", IN_FEBRUARY, 6, 20));
        assertThat(detail(JANUARY).getLast().remaining()).isEqualTo(70);
        assertThat(detail(FEBRUARY).getLast().remaining()).isEqualTo(74);

        bills.take(Facts.drawReversedOfWhich(booked, 4, 0));

        assertThat(detail(FEBRUARY).getLast().remaining()).isEqualTo(100);
    }

    /** What was given back in February covers a call of January that is told later still. */
    @Test
    void ofAMonthThatTookMoreThanThePackHadNothingRemains() {
        bills.take(
                Facts.orderPlaced(),
                Facts.minutesDrawn("r-1", IN_JANUARY, 100, 0),
                Facts.minutesReturned("adjustment-000001", IN_FEBRUARY, 40, 60),
                Facts.minutesDrawn("r-2", IN_JANUARY, 30, 60),
                Facts.minutesDrawn("r-3", IN_FEBRUARY, 1, 90));

        assertQuantities(detail(JANUARY).getLast(), BillComponent.PACK_MINUTES, 130, 130, 0);
        assertQuantities(detail(FEBRUARY).getLast(), BillComponent.PACK_MINUTES, 1, 1, 9);
    }

    @Test
    void theFileHasTheSameColumnsAndFourMore() {
        bills.take(
                Facts.orderPlaced(), Facts.minutesDrawn("r-1", IN_JANUARY, 3, 0), Facts.uncovered("r-2", IN_JANUARY, 5));

        var file = new ByteArrayOutputStream();
        BillCsv.write(bills().inDetail(ACCOUNT, JANUARY, LATER), file);

        var lines = List.of(file.toString(StandardCharsets.UTF_8).split("\r\n"));
        assertThat(lines.getFirst())
                .endsWith(",revenue_share,cash,component,measured_quantity,deducted_quantity,remaining_quantity");
        assertThat(lines.subList(1, 4)).containsExactly(
                "1300000001,2025-01,CALL,landline-outbound-custom,LANDLINE_OUTBOUND,PREPAID,PURCHASE,P000000000002,"
                        + "O000000000001,2025-01-15T10:00:00.000+08:00,2025-01-15T10:00:00.000+08:00,"
                        + "2026-01-16T00:00:00.000+08:00,100 minutes,14.50,0.145,1,PACK,0.00,14.50,2.00,0.00,0.00,12.50,"
                        + "PRICE,,,",
                "1300000001,2025-01,CALL,landline-outbound-custom,LANDLINE_OUTBOUND,PREPAID,USAGE,P000000000002,"
                        + "O000000000001,2025-01-31T23:59:59.999+08:00,2025-01-15T10:00:00.000+08:00,"
                        + "2025-02-01T00:00:00.000+08:00,100 minutes,0.00,0.00,3,MINUTE,0.00,0.00,0.00,0.00,0.00,0.00,"
                        + "PACK_MINUTES,3,3,97",
                "1300000001,2025-01,CALL,,LANDLINE_OUTBOUND,PREPAID,USAGE,,,2025-01-31T23:59:59.999+08:00,"
                        + "2025-01-01T00:00:00.000+08:00,2025-02-01T00:00:00.000+08:00,,0.00,0.00,5,MINUTE,0.00,0.00,"
                        + "0.00,0.00,0.00,0.00,UNCOVERED_MINUTES,5,0,0");
    }

    @Test
    void theRowsAreTheSameHoweverTheEventsAreSplitIntoTransactions() {
        var booked = Facts.minutesDrawn("r-1", IN_JANUARY, 3, 0);
        var events = new Object[] {
            Facts.orderPlaced(), booked, Facts.drawReversed(booked, 0), Facts.uncovered("r-2", IN_JANUARY, 5)
        };
        bills.take(events);
        var together = bills.rows();
        bills.clear();
        bills.takeOneByOne(events);

        assertThat(bills.rows()).isEqualTo(together).hasSize(3);
    }

    /** Its time is in a closed month: a request that stood still, or a renewal that failed until now. */
    @Test
    void anOrderThatIsStoredAfterTheCloseIsOnTheBillOfTheOpenMonth() {
        bills.take(new MonthsBegun(JANUARY, LATER), new MonthClosed(JANUARY, LATER, 0));
        bills.take(Facts.orderPlaced());

        assertThat(bills().byResource(ACCOUNT, JANUARY).lines()).isEmpty();
        assertThat(bills().byResource(ACCOUNT, JANUARY.next()).lines()).hasSize(1);
        assertThat(bills().byResource(ACCOUNT, JANUARY, Known.NOW).lines()).hasSize(1);
        assertThat(bills().bookedLater(ACCOUNT, JANUARY)).hasSize(1);
    }

    @Test
    void theCloseMayBeInTheSameBatch() {
        bills.take(new MonthClosed(JANUARY, LATER, 0), Facts.orderPlaced());

        assertThat(bills().byResource(ACCOUNT, JANUARY.next()).lines()).hasSize(1);
    }

    private static void assertQuantities(
            BillDetailLine line, BillComponent component, long measured, long deducted, long remaining) {
        assertThat(line.component()).isEqualTo(component);
        assertThat(line.measured()).isEqualTo(measured);
        assertThat(line.deducted()).isEqualTo(deducted);
        assertThat(line.remaining()).isEqualTo(remaining);
    }

    private static List<BillDetailLine> detail(BillingMonth month) {
        return detail(month, LATER);
    }

    private static List<BillDetailLine> detail(BillingMonth month, Instant now) {
        return bills().inDetail(ACCOUNT, month, now).lines();
    }

    private static Bills bills() {
        return new Bills(bills.ledger().dataSource());
    }
}

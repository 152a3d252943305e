package io.minutebook.server.reporting;

import static io.minutebook.server.reporting.Facts.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.ListingWithdrawn;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.reporting.days.Days;
import io.minutebook.reporting.usage.ReconciledDay;
import io.minutebook.reporting.usage.Reconciliation;
import io.minutebook.reporting.usage.Statistics;
import io.minutebook.reporting.usage.UsageProjection;
import io.minutebook.reporting.usage.UsageStatistics;
import io.minutebook.reporting.usage.UsageStatistics.Day;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageDaysIT {

    private static final LocalDate LAST_OF_JANUARY = LocalDate.parse("2025-01-31");
    private static final LocalDate FIRST_OF_FEBRUARY = LAST_OF_JANUARY.plusDays(1);
    private static final Instant LATE = Instant.parse("2025-01-31T15:59:59.999Z");
    private static final Instant MIDNIGHT = LATE.plusMillis(1);
    private static final long APPLICATION = 1_400_000_001L;
    private static final Projected usage = Projected.of(new UsageProjection());

    @AfterAll
    static void close() {
        usage.close();
    }

    @BeforeEach
    void empty() {
        usage.clear();
    }

    @Test
    void aRecordCountsOnTheDayItEndedOnInShanghai() {
        usage.take(
                Facts.minutesDrawn("r-1", LATE, 3, 0),
                Facts.minutesDrawn("r-2", MIDNIGHT, 2, 3),
                new UsageListed(free()));

        assertThat(statistics(LAST_OF_JANUARY, FIRST_OF_FEBRUARY, null).days()).containsExactly(
                day(LAST_OF_JANUARY, Meter.LANDLINE_OUTBOUND, 1, "180.000", 3),
                day(LAST_OF_JANUARY, Meter.UNMETERED, 1, "42.500", 0),
                day(FIRST_OF_FEBRUARY, Meter.LANDLINE_OUTBOUND, 1, "120.000", 2));
        assertThat(statistics(FIRST_OF_FEBRUARY, FIRST_OF_FEBRUARY, null).days()).hasSize(1);
    }

    @Test
    void anAgentIsCountedOnceHoweverManyCallsAndDays() {
        usage.take(Facts.minutesDrawn("r-1", LATE, 3, 0), Facts.minutesDrawn("r-2", MIDNIGHT, 2, 3));

        assertThat(statistics(LAST_OF_JANUARY, FIRST_OF_FEBRUARY, null).activeAgents()).isOne();
        assertThat(statistics(LAST_OF_JANUARY.minusDays(9), LAST_OF_JANUARY.minusDays(1), null).activeAgents())
                .isZero();
    }

    @Test
    void whatWasCorrectedIsTakenOffAgain() {
        var booked = Facts.minutesDrawn("r-1", LATE, 3, 0);
        usage.take(booked, new UsageListed(free()));
        usage.take(
                Facts.drawReversed(booked, 0),
                Facts.minutesDrawn("r-1:r1", LATE, 1, 0),
                new ListingWithdrawn(free(), new RecordId("/cdr/ap-guangzhou", "r-3:r1")));
        assertThat(statistics(LAST_OF_JANUARY, LAST_OF_JANUARY, null).days())
                .containsExactly(day(LAST_OF_JANUARY, Meter.LANDLINE_OUTBOUND, 1, "60.000", 1));

        usage.take(Facts.drawReversed(Facts.minutesDrawn("r-1:r1", LATE, 1, 0), 0));
        assertThat(statistics(LAST_OF_JANUARY, LAST_OF_JANUARY, null))
                .isEqualTo(new UsageStatistics(LAST_OF_JANUARY, LAST_OF_JANUARY, List.of(), 0));
    }

    @Test
    void onlyTheApplicationAndTheAccountAskedForCount() {
        usage.take(Facts.minutesDrawn("r-1", LATE, 3, 0));

        assertThat(statistics(LAST_OF_JANUARY, LAST_OF_JANUARY, APPLICATION).days()).hasSize(1);
        assertThat(statistics(LAST_OF_JANUARY, LAST_OF_JANUARY, 7L))
                .isEqualTo(new UsageStatistics(LAST_OF_JANUARY, LAST_OF_JANUARY, List.of(), 0));
        var days = new Days(LAST_OF_JANUARY, LAST_OF_JANUARY);
        assertThat(new Statistics(usage.ledger().dataSource()).of(new AccountId("7"), days, null).days()).isEmpty();
    }

    @Test
    void theUsageDetailAndThePacksTellTheSame() {
        var booked = Facts.minutesDrawn("r-1", LATE, 3, 0);
        usage.take(
                booked, Facts.drawReversed(booked, 0), Facts.minutesDrawn("r-1:r1", LATE, 1, 0),
                Facts.uncovered("r-2", LATE, 5), Facts.minutesDrawn("r-4", MIDNIGHT, 2, 1), new UsageListed(free()));

        var both = new ReconciledDay.Side(new Minutes(6), new Minutes(1), new Minutes(5));
        assertThat(reconciled(LAST_OF_JANUARY)).containsExactly(new ReconciledDay(
                LAST_OF_JANUARY, Meter.LANDLINE_OUTBOUND, new Minutes(6), new Minutes(1), new Minutes(5), both, true));
        assertThat(reconciled(FIRST_OF_FEBRUARY)).extracting(ReconciledDay::agrees).containsExactly(true);
        assertThat(reconciled(FIRST_OF_FEBRUARY.plusDays(1))).isEmpty();
    }

    @Test
    void aRowThatIsLostIsADayOnWhichTheyDoNotAgree() {
        usage.take(Facts.minutesDrawn("r-1", LATE, 3, 0), Facts.minutesDrawn("r-2", LATE, 4, 3));
        usage.jdbc().update("delete from usage_detail where record_id = 'r-1'");
        assertThat(reconciled(LAST_OF_JANUARY)).singleElement().satisfies(day -> {
            assertThat(day.minutes()).isEqualTo(new Minutes(4));
            assertThat(day.packs().minutes()).isEqualTo(new Minutes(7));
            assertThat(day.agrees()).isFalse();
        });

        usage.jdbc().update("delete from usage_detail");
        assertThat(reconciled(LAST_OF_JANUARY)).extracting(ReconciledDay::agrees).containsExactly(false);
    }

    @Test
    void anAgentIdOfAnyLengthIsCounted() {
        usage.take(new UsageListed(MeteredUsage.of(Facts.legOf("a".repeat(20_000), LATE), Meter.UNMETERED)));

        assertThat(statistics(LAST_OF_JANUARY, LAST_OF_JANUARY, null).activeAgents()).isOne();
    }

    @Test
    void theRowsAreTheSameHoweverTheEventsAreSplitIntoTransactions() {
        var booked = Facts.minutesDrawn("r-1", LATE, 3, 0);
        var events = new Object[] {booked, Facts.drawReversed(booked, 0), new UsageListed(free())};
        usage.take(events);
        var together = usage.rows();
        usage.clear();
        usage.takeOneByOne(events);

        assertThat(usage.rows()).isEqualTo(together).hasSize(6);
    }

    private static MeteredUsage free() {
        return MeteredUsage.of(Facts.leg("r-3", LATE.minusSeconds(1), Duration.ofMillis(42_500)), Meter.UNMETERED);
    }

    private static Day day(LocalDate date, Meter meter, long calls, String talkSeconds, long billed) {
        return new Day(date, meter, calls, new BigDecimal(talkSeconds), new Minutes(billed));
    }

    private static UsageStatistics statistics(LocalDate from, LocalDate to, @Nullable Long applicationId) {
        return new Statistics(usage.ledger().dataSource()).of(ACCOUNT, new Days(from, to), applicationId);
    }

    private static List<ReconciledDay> reconciled(LocalDate day) {
        return new Reconciliation(usage.ledger().dataSource()).of(ACCOUNT, new Days(day, day));
    }
}

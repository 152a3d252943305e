package io.minutebook.billing.months;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Refused;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {

    private static final BillingMonth JANUARY = BillingMonth.parse("2025-01");
    private static final BillingMonth FEBRUARY = JANUARY.next();
    private static final Instant LONG_AFTER = Instant.parse("2026-01-01T00:00:00Z");

    private final Months begun = Months.NONE.evolve(new MonthsBegun(JANUARY, Instant.EPOCH));
    private final Months closed = begun.evolve(new MonthClosed(JANUARY, LONG_AFTER, 0));
    private final Months finalised =
            closed.evolve(new MonthFinalised(JANUARY, 7, MonthFigures.NONE, "digest"));

    /** The last instant of January in Shanghai is 15:59:59.999 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2025-01, 2025-01-31T15:59:59.999Z, MONTH_NOT_OVER",
        "2025-02, 2025-02-28T15:59:59.999Z, MONTH_NOT_OVER",
        "2026-01, 2026-01-01T00:00:00Z,     MONTH_NOT_OVER",
        "2025-02, 2025-02-28T16:00:00Z,     EARLIER_MONTH_OPEN",
        "2025-06, 2026-01-01T00:00:00Z,     EARLIER_MONTH_OPEN",
    })
    void refusesWhatIsNotOverThenWhatIsNotNext(String month, Instant at, MonthRefusal reason) {
        var command = new CloseMonth(BillingMonth.parse(month), at, 0);

        assertThatThrownBy(() -> begun.close(command))
                .asInstanceOf(type(Refused.class))
                .extracting(Refused::reason)
                .isEqualTo(reason);
    }

    @Test
    void closesAMonthAtItsVeryEndAndOnce() {
        var command = new CloseMonth(JANUARY, Instant.parse("2025-01-31T16:00:00Z"), 3);

        assertThat(begun.close(command)).contains(new MonthClosed(JANUARY, command.at(), 3));
        assertThat(closed.close(command)).isEmpty();
    }

    @Test
    void whatIsBeforeTheFirstStartCountsAsClosed() {
        var december = BillingMonth.parse("2024-12");

        assertThat(begun.isClosed(december)).isTrue();
        assertThat(begun.isFinal(december)).isTrue();
        assertThat(begun.close(new CloseMonth(december, LONG_AFTER, 0))).isEmpty();
        assertThat(begun.isClosed(JANUARY)).isFalse();
        assertThat(Months.NONE.isClosed(december)).as("before it is begun nothing is").isFalse();
    }

    @Test
    void beginsOnce() {
        assertThat(begun.begin(new BeginMonths(FEBRUARY, LONG_AFTER))).isEmpty();
        assertThat(Months.NONE.begin(new BeginMonths(FEBRUARY, LONG_AFTER)))
                .contains(new MonthsBegun(FEBRUARY, LONG_AFTER));
    }

    @Test
    void aClosedMonthIsFinalOnceItsFilesAre() {
        assertThat(closed.earliestOpen()).contains(FEBRUARY);
        assertThat(closed.awaitingFiles()).contains(JANUARY);
        assertThat(closed.isFinal(JANUARY)).isFalse();
        assertThat(finalised.awaitingFiles()).isEmpty();
        assertThat(finalised.isFinal(JANUARY)).isTrue();
        assertThat(finalised.isFinal(FEBRUARY)).isFalse();
    }

    @Test
    void theNextMonthMayBeClosedWhileFilesAreWritten() {
        var both = closed.evolve(new MonthClosed(FEBRUARY, LONG_AFTER, 0));

        assertThat(both.awaitingFiles()).contains(JANUARY);
        assertThat(both.isFinal(FEBRUARY)).isFalse();
        assertThat(both.evolve(new MonthFinalised(JANUARY, 7, MonthFigures.NONE, "digest")).awaitingFiles())
                .contains(FEBRUARY);
    }

    @Test
    void filesAreStatedInOrderAndOnce() {
        var february = new FinaliseMonth(FEBRUARY, 9, MonthFigures.NONE, "digest");

        assertThat(finalised.finalise(new FinaliseMonth(JANUARY, 7, MonthFigures.NONE, "other"))).isEmpty();
        assertThatThrownBy(() -> closed.finalise(february)).isInstanceOf(IllegalStateException.class);
        assertThat(closed.finalise(new FinaliseMonth(JANUARY, 7, MonthFigures.NONE, "digest")))
                .isEqualTo(Optional.of(new MonthFinalised(JANUARY, 7, MonthFigures.NONE, "digest")));
    }
}

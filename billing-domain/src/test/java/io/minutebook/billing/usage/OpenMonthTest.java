package io.minutebook.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Usages;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenMonthTest {

    private final MeteredUsage usage = Usages.minutesUntil(Instant.parse("2025-01-20T00:00:00Z"), 3);
    private final BillingMonth own = usage.month();

    @Test
    void usageOfAnOpenMonthIsBookedInIt() {
        assertThat(OpenMonth.NOTHING_CLOSED.book(usage)).isSameAs(usage);
        assertThat(new OpenMonth(own).book(usage)).isSameAs(usage);
        assertThat(new OpenMonth(own).lateFor(usage)).isNull();
    }

    @Test
    void usageOfAClosedMonthIsBookedInTheEarliestOpenOneAndNamesItsOwn() {
        var late = new OpenMonth(own.next()).book(usage);

        assertThat(late.month()).isEqualTo(own.next());
        assertThat(late.lateFrom()).isEqualTo(own);
        assertThat(late.billed()).isEqualTo(usage.billed());
    }

    /** It is judged by the month it is booked in, for that is the row which may not change. */
    @Test
    void aLateRecordIsTakenBackInItsOwnRowWhileThatMonthIsOpen() {
        var late = new OpenMonth(own.next()).book(usage);

        assertThat(new OpenMonth(own.next()).lateFor(late)).isNull();
        assertThat(new OpenMonth(own.next().next()).lateFor(late)).isEqualTo(own.next().next());
    }
}

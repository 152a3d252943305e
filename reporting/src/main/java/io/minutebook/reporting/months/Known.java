package io.minutebook.reporting.months;

import io.minutebook.billing.BillingMonth;

/** Which of the two views of a month is asked for; of an open month they are the same. */
public enum Known {
    /** What is booked in the month: as it was closed, with late lines of earlier months; it never changes any more. */
    CLOSED,
    /** What was used in the month by all that is known today, whichever month it is booked in. */
    NOW;

    /** What is known today of a month may change for ever. */
    public MonthStatus statusOf(BillingMonth month, MonthStatuses months) {
        return this == NOW ? MonthStatus.PROVISIONAL : months.statusOf(month);
    }
}

package io.minutebook.reporting.days;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;

/** Days of Asia/Shanghai from the first to the last, both of them included. */
public record Days(LocalDate from, LocalDate to) {

    public Days {
        if (to.isBefore(from)) throw new IllegalArgumentException("from " + from + " back to " + to);
    }

    public Instant start() {
        return BusinessTime.startOf(from);
    }

    /** The first instant after them. */
    public Instant end() {
        return BusinessTime.startOf(to.plusDays(1));
    }

    public BillingMonth firstMonth() {
        return BillingMonth.of(start());
    }
}

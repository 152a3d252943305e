package io.minutebook.billing;

import java.time.Instant;
import java.time.YearMonth;

/** A calendar month in Asia/Shanghai, written {@code 2025-01}: what a call or an order is billed in. */
public record BillingMonth(YearMonth month) implements Comparable<BillingMonth> {

    public static BillingMonth of(Instant instant) {
        return new BillingMonth(YearMonth.from(instant.atZone(BusinessTime.ZONE)));
    }

    /** Reads {@code 2025-01}; anything else is a {@link java.time.format.DateTimeParseException}. */
    public static BillingMonth parse(String text) {
        return new BillingMonth(YearMonth.parse(text));
    }

    public Instant start() {
        return BusinessTime.startOf(month.atDay(1));
    }

    public BillingMonth next() {
        return new BillingMonth(month.plusMonths(1));
    }

    @Override
    public int compareTo(BillingMonth other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}

package io.minutebook.billing.orders;

import io.minutebook.billing.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;

/**
 * When a purchase is usable: at once, and through the last day, which for a pack is a year after the day of purchase.
 */
record Validity(Instant from, Instant until, LocalDate lastDay) {

    /** Bought on 2023-07-24 it is usable through 2024-07-24; bought on 29 February through 28 February. */
    static Validity ofOneYear(Instant boughtAt) {
        var lastDay = BusinessTime.dateOf(boughtAt).plusYears(1);
        return new Validity(boughtAt, BusinessTime.startOf(lastDay.plusDays(1)), lastDay);
    }

    /** The last day is shown even where it ends before midnight. */
    static Validity of(Instant from, Instant until) {
        return new Validity(from, until, BusinessTime.lastDayBefore(until));
    }
}

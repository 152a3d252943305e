package io.minutebook.billing;

import java.time.Instant;
import java.time.LocalDate;

/** A trial counts whole days: it is usable at once and through the sixth day after the day it starts. */
public record TrialTime(Instant from, Instant until) {

    /** How many trials there are: two, the second only once the first is over. */
    public static final int MOST = 2;

    private static final int DAYS = 7;

    public static TrialTime startingAt(Instant instant) {
        return new TrialTime(instant, BusinessTime.startOf(BusinessTime.dateOf(instant).plusDays(DAYS)));
    }

    public boolean isRunningAt(Instant instant) {
        return instant.isBefore(until);
    }

    public LocalDate lastDay() {
        return BusinessTime.lastDayBefore(until);
    }
}

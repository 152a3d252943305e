package io.minutebook.billing;

import java.time.Duration;
import java.time.Instant;

/**
 * A term that was paid for at once: a number of months or years, usable in [from, until). A started day is a day.
 *
 * @param cost what was charged for it, discounts taken off
 */
public record PaidTerm(Instant from, Instant until, Term unit, int periods, Money cost) {

    private static final Duration DAY = Duration.ofDays(1);

    public PaidTerm {
        if (!until.isAfter(from)) throw new IllegalArgumentException("a term that ends before it begins");
        if (periods < 1) throw new IllegalArgumentException("a term of " + periods + " periods");
    }

    public long months() {
        return unit.months(periods);
    }

    public long days() {
        return startedDays(from, until);
    }

    /** The days from an instant to the end, all of them before the term begins and none once it is over. */
    public long restDays(Instant at) {
        if (!at.isAfter(from)) return days();
        return at.isBefore(until) ? startedDays(at, until) : 0;
    }

    /** The days begun by an instant, the first at once: at least one, and at most all once the term has begun. */
    public long usedDays(Instant at) {
        if (at.isBefore(from)) return 0;
        return Math.max(1, at.isBefore(until) ? startedDays(from, at) : days());
    }

    /** The first instant after a day begun by then at which another one is begun. */
    public Instant nextDayAfter(Instant at) {
        return from.plus(DAY.multipliedBy(usedDays(at))).plusMillis(1);
    }

    private static long startedDays(Instant from, Instant until) {
        return Math.ceilDiv(Duration.between(from, until).toMillis(), DAY.toMillis());
    }
}

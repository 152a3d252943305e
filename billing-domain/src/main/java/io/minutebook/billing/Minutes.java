package io.minutebook.billing;

import java.time.Duration;

/** A whole number of minutes, never negative. A call is charged by the started minute. */
public record Minutes(long value) implements Comparable<Minutes> {

    public static final Minutes ZERO = new Minutes(0);

    private static final int MILLIS_PER_MINUTE = 60_000;

    public Minutes {
        if (value < 0) throw new IllegalArgumentException("negative minutes: " + value);
    }

    /** Every started minute counts in full: 59,001 ms is 1, 60,000 ms is 1, 60,001 ms is 2, 0 ms is 0. */
    public static Minutes started(Duration talkTime) {
        return new Minutes(Math.ceilDiv(talkTime.toMillis(), MILLIS_PER_MINUTE));
    }

    public Minutes plus(Minutes other) {
        return new Minutes(Math.addExact(value, other.value));
    }

    public Minutes minus(Minutes other) {
        return new Minutes(Math.subtractExact(value, other.value));
    }

    public Minutes min(Minutes other) {
        return value <= other.value ? this : other;
    }

    public boolean isZero() {
        return value == 0;
    }

    @Override
    public int compareTo(Minutes other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

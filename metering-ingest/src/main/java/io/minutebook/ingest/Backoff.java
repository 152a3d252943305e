package io.minutebook.ingest;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waits that double from try to try up to a most, each shortened at random by up to half so that nodes
 * spread.
 */
record Backoff(Duration first, Duration most, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 20;

    /** The wait after the given number of failed tries, 1 for the first. */
    long nanosAfter(int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        long full = Math.min(first.toNanos() << doublings, most.toNanos());
        return full - random.nextLong(full / 2 + 1);
    }
}

package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.LedgerEvent;

/**
 * After which events of a pool a read model writes down what they come to, so that an earlier instant is read from there
 * on. It follows from the events alone, wherever batches begin and end.
 */
public final class Checkpoints {

    public static final int EVENTS_BETWEEN = 1_000;

    private Checkpoints() {}

    public static boolean areDueAfter(LedgerEvent event) {
        return (event.sequence() + 1) % EVENTS_BETWEEN == 0;
    }
}

package io.minutebook.reporting.projections;

import org.jspecify.annotations.Nullable;

/**
 * How far a projection is.
 *
 * @param head the index of the last event stored
 * @param lag positions between the two
 * @param error why it stands still; null while it runs
 * @param replay how far its successor is; null when none is being built and the last one was not given up
 */
public record ProjectionStatus(
        String name,
        long position,
        long head,
        long lag,
        State state,
        @Nullable String error,
        @Nullable ReplayProgress replay) {

    /** Whether a projection takes events; one that is replayed does, until its successor takes its place. */
    public enum State {
        RUNNING,
        REPLAYING,
        STOPPED
    }

    /**
     * How far a read model that is built beside the live one has got.
     *
     * @param done the position of its last event
     * @param of the position that it has to reach, which moves on with the live one
     * @param error why it was given up, and the live one kept
     */
    public record ReplayProgress(long done, long of, @Nullable String error) {}

    static ProjectionStatus of(
            String name, long position, long head, @Nullable String error, @Nullable ReplayProgress replay) {
        return new ProjectionStatus(
                name, position, head, Math.max(0, head - position), state(error, replay), error, replay);
    }

    private static State state(@Nullable String error, @Nullable ReplayProgress replay) {
        if (error != null) return State.STOPPED;
        return replay != null && replay.error() == null ? State.REPLAYING : State.RUNNING;
    }
}

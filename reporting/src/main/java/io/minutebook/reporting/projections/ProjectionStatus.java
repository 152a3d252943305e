package io.minutebook.reporting.projections;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection is.
 *
 * @param head the index of the last event stored
 * @param lag positions between the two
 * @param error why it stands still; null while it runs
 * @param replay how far its successor is; null when none is being built and the last one was not given up
 * @param lastReplay the last successor that took its place; null when none ever did
 */
public record ProjectionStatus(
        String name,
        long position,
        long head,
        long lag,
        State state,
        @Nullable String error,
        @Nullable ReplayProgress replay,
        @Nullable ReplayProgress lastReplay) {

    /** Whether a projection takes events; one that is replayed does, until its successor takes its place. */
    public enum State {
        RUNNING,
        REPLAYING,
        STOPPED
    }

    /** Whether a read model is being built anew, or how that ended. */
    public enum ReplayState {
        /** Nobody has begun. */
        WAITING,
        BUILDING,
        /** Who built it has ended; it goes on where it stopped, in a process that keeps read models. */
        INTERRUPTED,
        /** The live one was kept. */
        GIVEN_UP,
        /** It has taken its place. */
        DONE
    }

    /**
     * How far a read model that is built beside the live one has got.
     *
     * @param done the position of its last event
     * @param of the position that it has to reach, which moves on with the live one
     * @param events how many it was built from so far
     * @param eventsPerSecond of the last seconds, or of all its time where it is done
     * @param remainingSeconds estimated; null where nothing is known or left
     * @param requestedBy a key, or {@code command-line}
     * @param startedAt null while it waits
     * @param finishedAt null while it is open
     * @param error why it was given up, and the live one kept
     */
    public record ReplayProgress(
            ReplayState state,
            long done,
            long of,
            long events,
            long eventsPerSecond,
            @Nullable Long remainingSeconds,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {}

    static ProjectionStatus of(
            String name,
            long position,
            long head,
            @Nullable String error,
            @Nullable ReplayProgress replay,
            @Nullable ReplayProgress lastReplay) {
        return new ProjectionStatus(
                name, position, head, Math.max(0, head - position), state(error, replay), error, replay, lastReplay);
    }

    private static State state(@Nullable String error, @Nullable ReplayProgress replay) {
        if (error != null) return State.STOPPED;
        return replay != null && replay.error() == null ? State.REPLAYING : State.RUNNING;
    }
}

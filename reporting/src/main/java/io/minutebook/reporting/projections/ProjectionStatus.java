package io.minutebook.reporting.projections;

import org.jspecify.annotations.Nullable;

/**
 * How far a projection is.
 *
 * @param head the index of the last event stored
 * @param lag positions between the two
 * @param error why it stands still; null while it runs
 */
public record ProjectionStatus(
        String name, long position, long head, long lag, State state, @Nullable String error) {

    /** Whether a projection takes events. */
    public enum State {
        RUNNING,
        STOPPED
    }

    static ProjectionStatus of(String name, long position, long head, @Nullable String error) {
        var state = error == null ? State.RUNNING : State.STOPPED;
        return new ProjectionStatus(name, position, head, Math.max(0, head - position), state, error);
    }
}

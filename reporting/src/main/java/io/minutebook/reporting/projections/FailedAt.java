package io.minutebook.reporting.projections;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What stopped a projection, and at which event of the ledger. */
final class FailedAt extends RuntimeException {

    private FailedAt(String where, Throwable cause) {
        super(where + ": " + cause, cause);
    }

    /** A handler could not take an event. */
    static FailedAt event(Exception cause, EventMessage<?> event) {
        return new FailedAt("position " + positionOf(event), cause);
    }

    /** What is known to have failed at one event stays so; anything else failed when these were written at once. */
    static Exception batch(Throwable cause, List<? extends EventMessage<?>> events) {
        if (cause instanceof Error fatal) throw fatal;
        if (cause instanceof FailedAt known) return known;
        if (events.isEmpty()) return (Exception) cause;
        return new FailedAt(
                "positions %d to %d".formatted(positionOf(events.getFirst()), positionOf(events.getLast())), cause);
    }

    private static long positionOf(EventMessage<?> event) {
        return ((TrackedEventMessage<?>) event).trackingToken().position().orElseThrow();
    }
}

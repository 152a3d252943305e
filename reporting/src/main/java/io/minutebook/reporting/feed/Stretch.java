package io.minutebook.reporting.feed;

import java.util.List;

/** Consecutive events of the ledger. */
public record Stretch(List<LedgerEvent> events) {

    public static final Stretch EMPTY = new Stretch(List.of());

    public Stretch {
        events = List.copyOf(events);
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** The position of the first one. */
    public long first() {
        return events.getFirst().position();
    }

    /** The position of the last one. */
    public long last() {
        return events.getLast().position();
    }
}

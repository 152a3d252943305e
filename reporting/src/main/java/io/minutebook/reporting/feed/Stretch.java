package io.minutebook.reporting.feed;

import java.util.List;

/**
 * Consecutive events of the ledger.
 *
 * @param last the position of the last one
 */
public record Stretch(List<Object> events, long last) {

    public Stretch {
        events = List.copyOf(events);
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }
}

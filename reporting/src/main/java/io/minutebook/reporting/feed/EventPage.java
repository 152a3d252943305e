package io.minutebook.reporting.feed;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Consecutive events of the ledger, all settled, with the messages they were read into. */
record EventPage(List<StoredEvent> rows, List<TrackedEventMessage<?>> messages) {

    long last() {
        return rows.getLast().position();
    }

    int weight() {
        return rows.stream().mapToInt(row -> row.payload().length()).sum();
    }
}

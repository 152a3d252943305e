package io.minutebook.reporting.feed;

import java.util.List;

/** Consecutive stored events of some streams, in the order they were asked for, and whether more follow. */
public record StreamPage(List<StoredEvent> events, boolean hasMore) {

    public StreamPage {
        events = List.copyOf(events);
    }

    static StreamPage of(List<StoredEvent> found, int limit) {
        return new StreamPage(found.size() <= limit ? found : found.subList(0, limit), found.size() > limit);
    }
}

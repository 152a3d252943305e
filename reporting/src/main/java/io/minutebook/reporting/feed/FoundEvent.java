package io.minutebook.reporting.feed;

import java.util.Map;

/**
 * An event as it is stored, with what it says.
 *
 * @param provenance who caused it, from what, and which versions decided
 */
public record FoundEvent(StoredEvent stored, Object fact, Map<String, Object> provenance) {

    public FoundEvent {
        provenance = Map.copyOf(provenance);
    }

    /** The same at its place, without who caused it. */
    public LedgerEvent event() {
        return new LedgerEvent(
                stored.position(), stored.aggregateId(), stored.sequence(), stored.recordedAt(), fact);
    }
}

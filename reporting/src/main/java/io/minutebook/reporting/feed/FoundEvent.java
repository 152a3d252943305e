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
}

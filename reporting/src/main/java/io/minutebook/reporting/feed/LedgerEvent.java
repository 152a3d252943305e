package io.minutebook.reporting.feed;

import java.time.Instant;
import org.axonframework.serialization.UnknownSerializedType;

/** An event at its place in the ledger and in its stream. */
public record LedgerEvent(long position, String stream, long sequence, Instant recordedAt, Object payload) {

    /**
     * What the event says.
     *
     * @throws IllegalStateException when this version does not know such an event: nobody may pass over it
     */
    public Object fact() {
        if (payload instanceof UnknownSerializedType unknown) {
            throw new IllegalStateException("This version does not know the event type " + unknown.serializedType());
        }
        return payload;
    }
}

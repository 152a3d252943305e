package io.minutebook.ingest;

import io.minutebook.billing.usage.RecordId;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.ingest.record.Unreadable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that ends as a dead letter, and why.
 *
 * @param awaited what a correction waits for; null for all else
 */
record RefusedDelivery(Delivery delivery, Unreadable refusal, @Nullable Awaited awaited) {

    boolean isConflict() {
        return refusal.reason() == RecordRefusal.ID_CONFLICT;
    }

    /** Empty when source or id could not be read. */
    Optional<RecordId> id() {
        if (refusal.source() == null || refusal.recordId() == null) return Optional.empty();
        return Optional.of(new RecordId(refusal.source(), refusal.recordId()));
    }
}

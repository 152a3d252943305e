package io.minutebook.reporting.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;

/** One row of the ledger as it is stored. */
public record StoredEvent(
        long position,
        String aggregateId,
        long sequence,
        String type,
        String version,
        Instant recordedAt,
        String metadata,
        String payload) {

    static final String COLUMNS =
            "position, aggregate_id, sequence, event_type, event_version, recorded_at, metadata, payload";

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getString("event_type"),
                row.getString("event_version"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("metadata"),
                row.getString("payload"));
    }

    TrackedDomainEventData<String> toData() {
        var entry = new GenericDomainEventEntry<>(
                aggregateType(), aggregateId, sequence, aggregateId + "/" + sequence, recordedAt, type, version, payload,
                metadata);
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(position), entry);
    }

    /** The type of a stream is the word before the first hyphen of its id. */
    private String aggregateType() {
        return aggregateId.substring(0, aggregateId.indexOf('-'));
    }
}

package io.minutebook.server.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends the events of one transaction as few multi-row inserts, under positions drawn for all of them at once. */
final class EventWriter {

    private static final String INSERT =
            """
            insert into ledger_event (position, aggregate_id, sequence, event_type, event_version,
                                      recorded_at, metadata, payload)
            values (?, ?, ?, ?, ?, ?, ?::json, ?::json)""";

    private static final int ROWS_PER_BATCH = 1_000;

    private final JdbcTemplate jdbc;
    private final LedgerSerializer serializer;
    private final InstantSource clock;
    private final Map<String, String> versions;

    EventWriter(DataSource dataSource, LedgerSerializer serializer, InstantSource clock, Map<String, String> versions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.serializer = serializer;
        this.clock = clock;
        this.versions = Map.copyOf(versions);
    }

    void append(List<? extends EventMessage<?>> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("events are appended inside a ledger transaction only");
        }
        var drawn = drawPositions(events.size());
        try {
            insert(events, drawn);
        } catch (DuplicateKeyException e) {
            throw new ConcurrencyException("another writer extended the same stream", e);
        }
    }

    private Drawn drawPositions(int count) {
        return jdbc.queryForObject(
                "select first_position, recorded_millis from ledger_draw_positions(?, ?)",
                (row, _) -> new Drawn(row.getLong(1), Instant.ofEpochMilli(row.getLong(2))),
                count,
                clock.instant().toEpochMilli());
    }

    private record Drawn(long firstPosition, Instant recordedAt) {}

    private void insert(List<? extends EventMessage<?>> events, Drawn drawn) {
        var next = new long[] {drawn.firstPosition()};
        var recordedAt = drawn.recordedAt().atOffset(ZoneOffset.UTC);
        jdbc.batchUpdate(INSERT, events, ROWS_PER_BATCH, (row, event) -> bind(row, event, next[0]++, recordedAt));
    }

    private void bind(PreparedStatement row, EventMessage<?> message, long position, OffsetDateTime recordedAt)
            throws SQLException {
        var event = (DomainEventMessage<?>) message;
        var payload = serializer.serialize(event.getPayload(), String.class);
        row.setLong(1, position);
        row.setString(2, event.getAggregateIdentifier());
        row.setLong(3, event.getSequenceNumber());
        row.setString(4, payload.getType().getName());
        row.setInt(5, Integer.parseInt(payload.getType().getRevision()));
        row.setObject(6, recordedAt);
        row.setString(7, metadataOf(event.getMetaData()));
        row.setString(8, payload.getData());
    }

    private String metadataOf(MetaData metaData) {
        return serializer.serialize(metaData.mergedWith(versions), String.class).getData();
    }
}

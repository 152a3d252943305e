package io.minutebook.server.store;

import io.minutebook.postgres.CopiedRows;
import io.minutebook.reporting.feed.FreshEvents;
import io.minutebook.reporting.feed.LedgerEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends the events of one transaction by one COPY, under positions drawn for all of them at once. */
final class EventWriter {

    private static final List<String> COLUMNS = List.of(
            "position", "aggregate_id", "sequence", "event_type", "event_version", "recorded_at", "metadata", "payload");

    private final JdbcTemplate jdbc;
    private final LedgerSerializer serializer;
    private final InstantSource clock;
    private final Map<String, String> versions;
    private final FreshEvents fresh;

    EventWriter(
            DataSource dataSource,
            LedgerSerializer serializer,
            InstantSource clock,
            Map<String, String> versions,
            FreshEvents fresh) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.serializer = serializer;
        this.clock = clock;
        this.versions = Map.copyOf(versions);
        this.fresh = fresh;
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
        offerWhenCommitted(events, drawn);
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
        var rows = new CopiedRows("ledger_event", COLUMNS);
        long position = drawn.firstPosition();
        for (var event : events) add((DomainEventMessage<?>) event, position++, drawn.recordedAt(), rows);
        rows.write(jdbc);
    }

    private void add(DomainEventMessage<?> event, long position, Instant recordedAt, CopiedRows rows) {
        var payload = serializer.serialize(event.getPayload(), byte[].class);
        rows.row()
                .int8(position)
                .text(event.getAggregateIdentifier())
                .int8(event.getSequenceNumber())
                .text(payload.getType().getName())
                .int2(Integer.parseInt(payload.getType().getRevision()))
                .instant(recordedAt)
                .bytes(metadataOf(event.getMetaData()))
                .bytes(payload.getData());
    }

    private void offerWhenCommitted(List<? extends EventMessage<?>> events, Drawn drawn) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                long position = drawn.firstPosition();
                var committed = new ArrayList<LedgerEvent>(events.size());
                for (var event : events) {
                    committed.add(placed((DomainEventMessage<?>) event, position++, drawn.recordedAt()));
                }
                fresh.add(committed);
            }
        });
    }

    private static LedgerEvent placed(DomainEventMessage<?> event, long position, Instant recordedAt) {
        return new LedgerEvent(
                position, event.getAggregateIdentifier(), event.getSequenceNumber(), recordedAt, event.getPayload());
    }

    private byte[] metadataOf(MetaData metaData) {
        var all = new HashMap<String, Object>(metaData);
        all.putAll(versions);
        return serializer.serialize(all, byte[].class).getData();
    }
}

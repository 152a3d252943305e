package io.minutebook.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The latest snapshot of each stream; one of a shape that is not known is passed over and the stream read from its
 * start.
 */
final class Snapshots {

    private static final String UPSERT =
            """
            insert into ledger_snapshot (aggregate_id, sequence, recorded_at, snapshot_type, snapshot_version, payload)
            values (?, ?, ?, ?, ?, ?::json)
            on conflict (aggregate_id) do update
            set sequence = excluded.sequence, recorded_at = excluded.recorded_at,
                snapshot_type = excluded.snapshot_type, snapshot_version = excluded.snapshot_version,
                payload = excluded.payload
            where (ledger_snapshot.snapshot_version, ledger_snapshot.sequence)
                < (excluded.snapshot_version, excluded.sequence)""";

    private final JdbcTemplate jdbc;
    private final LedgerSerializer serializer;

    Snapshots(DataSource dataSource, LedgerSerializer serializer) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.serializer = serializer;
    }

    SnapshotRow rowOf(String stream, long sequence, Instant recordedAt, Object state) {
        return new SnapshotRow(stream, sequence, recordedAt, serializer.serialize(state, String.class));
    }

    /** Of each stream one, and none that is older than what is stored. */
    void store(List<SnapshotRow> rows) {
        jdbc.batchUpdate(UPSERT, rows, rows.size(), Snapshots::fill);
    }

    private static void fill(PreparedStatement upsert, SnapshotRow row) throws SQLException {
        var type = row.state().getType();
        upsert.setString(1, row.stream());
        upsert.setLong(2, row.sequence());
        upsert.setObject(3, row.recordedAt().atOffset(ZoneOffset.UTC));
        upsert.setString(4, type.getName());
        upsert.setInt(5, Integer.parseInt(type.getRevision()));
        upsert.setString(6, row.state().getData());
    }

    Optional<DomainEventMessage<?>> read(String aggregateId) {
        return jdbc.query("select * from ledger_snapshot where aggregate_id = ?", this::messageOf, aggregateId).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    Map<String, DomainEventMessage<?>> read(Collection<String> aggregateIds) {
        var states = new HashMap<String, DomainEventMessage<?>>();
        jdbc.query(
                        "select * from ledger_snapshot where aggregate_id = any(?)",
                        this::messageOf,
                        (Object) aggregateIds.toArray(String[]::new))
                .forEach(found -> found.ifPresent(state -> states.put(state.getAggregateIdentifier(), state)));
        return states;
    }

    private Optional<DomainEventMessage<?>> messageOf(ResultSet row, int number) throws SQLException {
        var type = new SimpleSerializedType(row.getString("snapshot_type"), row.getString("snapshot_version"));
        if (StoredNames.classOf(OldShapes.today(type)).isEmpty()) return Optional.empty();
        var id = row.getString("aggregate_id");
        var sequence = row.getLong("sequence");
        Object state = Objects.requireNonNull(
                serializer.deserialize(new SimpleSerializedObject<>(row.getString("payload"), String.class, type)));
        return Optional.of(new GenericDomainEventMessage<>(
                StreamReader.typeOf(id), id, sequence, state, MetaData.emptyInstance(), id + "/" + sequence,
                StreamReader.recordedAt(row)));
    }
}

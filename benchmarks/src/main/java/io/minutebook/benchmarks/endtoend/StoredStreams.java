package io.minutebook.benchmarks.endtoend;

import io.minutebook.billing.Provenance;
import io.minutebook.billing.Stored;
import io.minutebook.billing.packs.PackEvent;
import io.minutebook.billing.packs.PackGranted;
import io.minutebook.billing.packs.PackPool;
import io.minutebook.billing.packs.PackPoolAggregate;
import io.minutebook.billing.packs.PoolId;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.UsageListed;
import io.minutebook.billing.usage.UsageLogAggregate;
import io.minutebook.postgres.CopiedRows;
import io.minutebook.server.store.LedgerAxon;
import io.minutebook.server.store.LedgerSerializer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The streams that history is added to, as they stand after each event: what is drawn is decided by the ledger's own
 * pool, on top of the packs that the ledger holds. Snapshots are taken as often as the ledger takes them.
 */
final class StoredStreams {

    private static final String GRANTS =
            """
            select aggregate_id, sequence, event_type, event_version::text, payload::text
            from ledger_event where event_type = ? order by position""";

    private final LedgerSerializer serializer;
    private final Map<String, Held> streams = new HashMap<>();

    /** A stream after the event of that sequence; a stream that is no pool holds an empty one. */
    private static final class Held {
        private long sequence = -1;
        private PackPool pool = PackPool.EMPTY;
        private long snapshotSequence = -1;
        private PackPool snapshot = PackPool.EMPTY;

        long next() {
            return ++sequence;
        }

        void moved(PackPool state) {
            pool = state;
            if ((sequence + 1) % LedgerAxon.EVENTS_PER_SNAPSHOT != 0) return;
            snapshot = state;
            snapshotSequence = sequence;
        }
    }

    private StoredStreams(LedgerSerializer serializer) {
        this.serializer = serializer;
    }

    /** Of a ledger in which packs were granted and nothing was drawn. */
    static StoredStreams of(BenchLedger ledger) {
        var streams = new StoredStreams(ledger.serializer());
        ledger.jdbcTemplate().query(
                GRANTS,
                row -> {
                    var stored = new SimpleSerializedObject<>(
                            row.getString(5), String.class, row.getString(3), row.getString(4));
                    PackEvent grant = Objects.requireNonNull(streams.serializer.deserialize(stored));
                    var held = streams.held(row.getString(1));
                    held.sequence = row.getLong(2);
                    held.moved(held.pool.evolve(grant));
                },
                PackGranted.class.getAnnotation(Stored.class).name());
        return streams;
    }

    private Held held(String stream) {
        return streams.computeIfAbsent(stream, _ -> new Held());
    }

    /** The event by which the ledger books that usage. */
    DomainEventMessage<?> booked(DeliveredUsage delivered) {
        return delivered.usage().isCharged() ? drawn(delivered) : listed(delivered);
    }

    private DomainEventMessage<?> drawn(DeliveredUsage delivered) {
        var usage = delivered.usage();
        var stream = PoolId.of(usage).stream();
        var held = held(stream);
        var event = held.pool.draw(usage);
        long sequence = held.next();
        held.moved(held.pool.evolve(event));
        return message("packs", stream, sequence, event, delivered);
    }

    private DomainEventMessage<?> listed(DeliveredUsage delivered) {
        MeteredUsage usage = delivered.usage();
        var stream = UsageLogAggregate.streamOf(usage.record().accountId());
        var held = held(stream);
        long sequence = held.next();
        held.moved(PackPool.EMPTY);
        return message("usage", stream, sequence, new UsageListed(usage), delivered);
    }

    private static DomainEventMessage<?> message(
            String type, String stream, long sequence, Object event, DeliveredUsage delivered) {
        var origin = UsageLogAggregate.originOf(delivered).and(Provenance.ACTOR, "system:ingest");
        return new GenericDomainEventMessage<>(type, stream, sequence, event, origin);
    }

    /** Puts the latest snapshot of each stream that is long enough to have one into the ledger. */
    void storeSnapshots(JdbcTemplate jdbc, Instant recordedAt) {
        var rows = new CopiedRows(
                "ledger_snapshot",
                List.of("aggregate_id", "sequence", "recorded_at", "snapshot_type", "snapshot_version", "payload"));
        streams.forEach((stream, held) -> {
            if (held.snapshotSequence >= 0) add(rows, stream, held, recordedAt);
        });
        rows.write(jdbc);
    }

    private void add(CopiedRows rows, String stream, Held held, Instant recordedAt) {
        boolean isPool = stream.startsWith("packs-");
        var stored = (isPool ? PackPoolAggregate.class : UsageLogAggregate.class).getAnnotation(Stored.class);
        Map<String, Object> state =
                isPool ? Map.of("pool", stream, "state", held.snapshot) : Map.of("stream", stream);
        rows.row()
                .text(stream)
                .int8(held.snapshotSequence)
                .instant(recordedAt)
                .text(stored.name())
                .int2(stored.version())
                .bytes(serializer.serialize(state, byte[].class).getData());
    }
}

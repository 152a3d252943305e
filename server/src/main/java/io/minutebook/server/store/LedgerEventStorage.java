package io.minutebook.server.store;

import io.minutebook.billing.FreshStreams;
import io.minutebook.billing.LedgerStreams;
import io.minutebook.reporting.feed.FreshEvents;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage engine on the table {@code ledger_event}: all events of a transaction in one batch, positions and
 * recorded times rising together. Tracking readers use the settled-index source instead, never this engine.
 */
public final class LedgerEventStorage implements EventStorageEngine, LedgerStreams, FreshStreams {

    private static final int STREAMS_HELD = 100_000;

    private final EventWriter writer;
    private final StreamReader streams;
    private final Snapshots snapshots;
    private final ReadAhead readAhead;
    private final AggregateCache held = new AggregateCache(STREAMS_HELD);
    private final InstantSource clock;

    /**
     * A storage on one database.
     *
     * @param versions of program and price book, which each event's metadata names
     * @param fresh is offered every event as soon as it is committed
     */
    public LedgerEventStorage(
            DataSource dataSource,
            LedgerSerializer serializer,
            InstantSource clock,
            Map<String, String> versions,
            FreshEvents fresh) {
        this.writer = new EventWriter(dataSource, serializer, clock, versions, fresh);
        this.streams = new StreamReader(dataSource, serializer);
        this.snapshots = new Snapshots(dataSource, serializer);
        this.readAhead = new ReadAhead(streams, snapshots);
        this.clock = clock;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty()) writer.append(events);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        return readAhead.has(aggregateId)
                ? DomainEventStream.of(readAhead.take(aggregateId))
                : streams.read(aggregateId, firstSequence);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return streams.lastSequence(aggregateId);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(List.of(snapshots.rowOf(
                snapshot.getAggregateIdentifier(),
                snapshot.getSequenceNumber(),
                snapshot.getTimestamp(),
                snapshot.getPayload())));
    }

    @Override
    public void forget(String stream) {
        held.remove(stream);
    }

    /** The streams held in memory. */
    AggregateCache held() {
        return held;
    }

    @Override
    public void readAhead(Collection<String> ids) {
        readAhead.read(ids.stream().filter(id -> !held.containsKey(id)).toList());
    }

    /** What a stream had become with the event of that sequence. */
    SnapshotRow snapshotOf(String stream, long sequence, Object state) {
        return snapshots.rowOf(stream, sequence, clock.instant(), state);
    }

    void storeSnapshots(List<SnapshotRow> rows) {
        snapshots.store(rows);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return readAhead.has(aggregateId) ? readAhead.snapshotOf(aggregateId) : snapshots.read(aggregateId);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("events are tracked by settled index only");
    }
}

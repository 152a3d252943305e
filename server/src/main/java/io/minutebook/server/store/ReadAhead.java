package io.minutebook.server.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Streams that were read before they were asked for. They are handed out once and in the transaction that read them
 * only: what comes later is read afresh.
 */
final class ReadAhead {

    private static final String READ = ReadAhead.class.getName();

    private final StreamReader streams;
    private final Snapshots snapshots;

    ReadAhead(StreamReader streams, Snapshots snapshots) {
        this.streams = streams;
        this.snapshots = snapshots;
    }

    private record Stream(Optional<DomainEventMessage<?>> snapshot, List<DomainEventMessage<?>> events) {}

    void read(Collection<String> ids) {
        if (ids.isEmpty()) return;
        var states = snapshots.read(ids);
        var after = new HashMap<String, Long>();
        for (var id : ids) {
            var state = states.get(id);
            after.put(id, state == null ? -1 : state.getSequenceNumber());
        }
        var events = streams.readAfter(after);
        for (var id : ids) {
            held().put(id, new Stream(Optional.ofNullable(states.get(id)), events.getOrDefault(id, List.of())));
        }
    }

    boolean has(String id) {
        return CurrentUnitOfWork.isStarted() && held().containsKey(id);
    }

    /** Where a stream that was read has one. */
    Optional<DomainEventMessage<?>> snapshotOf(String id) {
        return Objects.requireNonNull(held().get(id)).snapshot;
    }

    /** The events of a stream that was read, after its snapshot; this gives up both. */
    List<DomainEventMessage<?>> take(String id) {
        return Objects.requireNonNull(held().remove(id)).events;
    }

    private static Map<String, Stream> held() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(READ, _ -> new HashMap<>());
    }
}

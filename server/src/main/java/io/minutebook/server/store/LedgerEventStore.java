package io.minutebook.server.store;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Axon's event store, which looks for events of a stream that are not stored yet only where the unit of work has
 * published some: otherwise each stream of a batch would be compared with all the batch's events, each with each.
 */
final class LedgerEventStore extends EmbeddedEventStore {

    private static final String PUBLISHED = LedgerEventStore.class.getName() + "/published";

    LedgerEventStore(LedgerEventStorage storage) {
        super(EmbeddedEventStore.builder().storageEngine(storage));
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            Set<String> streams = CurrentUnitOfWork.get().root().getOrComputeResource(PUBLISHED, _ -> new HashSet<>());
            for (var event : events) {
                if (event instanceof DomainEventMessage<?> domainEvent) streams.add(domainEvent.getAggregateIdentifier());
            }
        }
        super.publish(events);
    }

    @Override
    protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregateIdentifier) {
        return hasPublished(aggregateIdentifier) ? super.stagedDomainEventMessages(aggregateIdentifier) : Stream.empty();
    }

    /** Axon reads the stream from its first event then; but that the database does not answer is no broken snapshot. */
    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String aggregateIdentifier, Throwable failure) {
        if (failure instanceof DataAccessException unanswered) throw unanswered;
        return super.handleSnapshotReadingError(aggregateIdentifier, failure);
    }

    private static boolean hasPublished(String stream) {
        if (!CurrentUnitOfWork.isStarted()) return false;
        @Nullable Set<String> streams = CurrentUnitOfWork.get().root().getResource(PUBLISHED);
        return streams != null && streams.contains(stream);
    }
}

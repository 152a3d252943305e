package io.minutebook.server.store;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork.Phase;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores a stream's state as it is held in memory, after the transaction that moved it, instead of reading the
 * stream's events once more. A snapshot that cannot be stored is taken with a later event.
 */
final class HeldStateSnapshots implements Snapshotter {

    private static final Logger LOG = LoggerFactory.getLogger(HeldStateSnapshots.class);

    private final LedgerEventStorage storage;
    private final Function<Class<?>, Repository<?>> repositories;
    private final Executor executor;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    HeldStateSnapshots(
            LedgerEventStorage storage,
            Function<Class<?>, Repository<?>> repositories,
            Executor executor) {
        this.storage = storage;
        this.repositories = repositories;
        this.executor = executor;
    }

    /** A stream that was long when it was loaded is told of when its transaction is over already. */
    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String stream) {
        var repository = Objects.requireNonNull(repositories.apply(aggregateType));
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().root().phase().isBefore(Phase.COMMIT)) {
            CurrentUnitOfWork.get().root().afterCommit(_ -> enqueue(repository, stream));
        } else {
            enqueue(repository, stream);
        }
    }

    /** Many events of a batch ask for the same snapshot; whoever asks while it is being taken gets another. */
    private void enqueue(Repository<?> repository, String stream) {
        if (waiting.add(stream)) executor.execute(() -> take(repository, stream));
    }

    /** The repository's lock is held until the unit of work ends: nobody moves the state while it is written. */
    private <T> void take(Repository<T> repository, String stream) {
        waiting.remove(stream);
        try {
            DefaultUnitOfWork.startAndGet(null).execute(() -> store(repository.load(stream), stream));
        } catch (RuntimeException failed) { // the events are what counts
            LOG.warn("No snapshot of a stream could be stored; a later event asks for it again", failed);
        }
    }

    private <T> void store(Aggregate<T> aggregate, String stream) {
        long sequence = Objects.requireNonNull(aggregate.version());
        aggregate.execute(state -> storage.storeState(stream, sequence, state));
    }
}

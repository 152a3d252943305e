package io.minutebook.server.store;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Stores a stream's state as it is held in memory, after the transaction that moved it, instead of reading the
 * stream's events once more. A snapshot that cannot be stored is taken with a later event.
 */
final class HeldStateSnapshots implements Snapshotter {

    private final LedgerEventStorage storage;
    private final Function<Class<?>, Repository<?>> repositories;
    private final Executor executor;

    HeldStateSnapshots(
            LedgerEventStorage storage,
            Function<Class<?>, Repository<?>> repositories,
            Executor executor) {
        this.storage = storage;
        this.repositories = repositories;
        this.executor = executor;
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String stream) {
        Runnable snapshot = () -> take(Objects.requireNonNull(repositories.apply(aggregateType)), stream);
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(_ -> executor.execute(snapshot));
        } else {
            executor.execute(snapshot);
        }
    }

    /** The repository's lock is held until the unit of work ends: nobody moves the state while it is written. */
    private <T> void take(Repository<T> repository, String stream) {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.execute(() -> store(repository.load(stream), stream));
    }

    private <T> void store(Aggregate<T> aggregate, String stream) {
        long sequence = Objects.requireNonNull(aggregate.version());
        aggregate.execute(state -> storage.storeState(stream, sequence, state));
    }
}

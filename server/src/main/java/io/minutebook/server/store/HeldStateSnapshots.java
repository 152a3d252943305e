package io.minutebook.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * stream's events once more; the streams that wait are stored together. A snapshot that cannot be stored is taken with
 * a later event.
 */
final class HeldStateSnapshots implements Snapshotter {

    private static final Logger LOG = LoggerFactory.getLogger(HeldStateSnapshots.class);
    private static final int MOST_AT_ONCE = 200;

    private final LedgerEventStorage storage;
    private final Function<Class<?>, Repository<?>> repositories;
    private final Executor executor;
    private final Map<String, Repository<?>> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean isAsked = new AtomicBoolean();

    /**
     * Takes snapshots on another thread.
     *
     * @param executor one that holds no stream: it waits for each that a transaction holds
     */
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
        waiting.put(stream, repository);
        if (isAsked.compareAndSet(false, true)) executor.execute(this::takeAll);
    }

    private void takeAll() {
        isAsked.set(false);
        var taken = new ArrayList<SnapshotRow>();
        for (var stream : List.copyOf(waiting.keySet())) {
            attempt(() -> taken.add(stateOf(stream)));
            if (taken.size() < MOST_AT_ONCE) continue;
            store(taken);
            taken.clear();
        }
        store(taken);
    }

    private SnapshotRow stateOf(String stream) {
        return stateIn(Objects.requireNonNull(waiting.remove(stream)), stream);
    }

    /** The repository's lock is held until the unit of work ends: nobody moves the state while it is written down. */
    private <T> SnapshotRow stateIn(Repository<T> repository, String stream) {
        return DefaultUnitOfWork.startAndGet(null).executeWithResult(() -> rowOf(repository.load(stream), stream)).getPayload();
    }

    private <T> SnapshotRow rowOf(Aggregate<T> aggregate, String stream) {
        long sequence = Objects.requireNonNull(aggregate.version());
        return aggregate.invoke(state -> storage.snapshotOf(stream, sequence, state));
    }

    private void store(List<SnapshotRow> rows) {
        if (!rows.isEmpty()) attempt(() -> storage.storeSnapshots(rows));
    }

    /** The events are what counts. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failed) {
            LOG.warn("No snapshot of a stream could be stored; a later event asks for it again", failed);
        }
    }
}

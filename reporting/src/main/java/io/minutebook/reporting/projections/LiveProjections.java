package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.SettledLedger;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Keeps the read models of this process up with the ledger, each on a thread of its own. */
public final class LiveProjections implements AutoCloseable {

    private final List<LiveProjection> projections;
    private final List<Thread> threads = new ArrayList<>();

    public LiveProjections(
            DataSource dataSource,
            PlatformTransactionManager manager,
            SettledLedger ledger,
            ReachedPositions reached,
            List<Projection> projections) {
        this.projections = projections.stream()
                .map(projection -> new LiveProjection(projection, dataSource, manager, ledger, reached))
                .toList();
    }

    public void start() {
        for (var projection : projections) {
            threads.add(Thread.ofPlatform().daemon().name("projection-" + projection.name()).start(projection));
        }
    }

    /** Lets each finish its batch. */
    @Override
    public void close() {
        projections.forEach(LiveProjection::stop);
        threads.forEach(LiveProjections::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

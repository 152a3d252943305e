package io.minutebook.reporting.replay;

import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.feed.LedgerWalk;
import io.minutebook.reporting.feed.Stretch;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionPlaces;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One replay on its way, on a connection that has it alone. It never passes the live read model; rows and place commit
 * together, so that it can go on after any end. The last step holds the live place: both then are at the same event.
 */
final class Rebuild {

    /** Written in some 100 ms: a longer transaction would hold up the ledger's readers. */
    private static final int EVENTS_PER_BATCH = 5_000;

    private static final long SHORTEST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(5).toNanos();

    private final Projection projection;
    private final LedgerEvents events;
    private final ProjectionPlaces places;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final BooleanSupplier mayGoOn;
    private final GivingWay givingWay;
    private final Pace pace = new Pace();
    private final Replays replays;
    private final TablesBeside beside;
    private final long id;
    private long position;

    Rebuild(
            Replay replay,
            Projection projection,
            LedgerEvents events,
            ProjectionPlaces places,
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            int busyShare,
            BooleanSupplier mayGoOn) {
        this.projection = projection;
        this.events = events;
        this.places = places;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.mayGoOn = mayGoOn;
        this.givingWay = new GivingWay(busyShare, mayGoOn);
        this.replays = new Replays(jdbc);
        this.beside = new TablesBeside(projection, jdbc);
        this.id = replay.id();
        this.position = replay.position();
    }

    /** Returns when the new read model has taken its place, or when it may not go on. */
    void run() {
        if (position == 0 || !beside.areLikeLive()) begin();
        catchUp();
        beside.analyze();
        long pauseNanos = SHORTEST_PAUSE_NANOS;
        while (mayGoOn.getAsBoolean() && !tookPlace()) {
            LockSupport.parkNanos(pauseNanos);
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
            catchUp();
        }
    }

    void giveUp(RuntimeException cause) {
        transactions.executeWithoutResult(_ -> {
            beside.drop();
            replays.givenUp(id, "after position %d: %s".formatted(position, cause));
        });
    }

    private void begin() {
        transactions.executeWithoutResult(_ -> {
            beside.create();
            replays.begun(id);
        });
        position = 0;
    }

    /** Up to less than a batch behind the live one; the next batch is read while one is written. */
    private void catchUp() {
        var walk = events.walk(position);
        try (var reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("replay-reader").factory())) {
            var stretch = taken(ahead(walk, reader));
            while (mayGoOn.getAsBoolean() && !stretch.isEmpty()) {
                boolean isFull = stretch.events().size() == EVENTS_PER_BATCH;
                var next = isFull ? ahead(walk, reader) : null;
                write(stretch);
                if (next == null) return;
                givingWay.rest(position, places.positionOf(projection.name()));
                stretch = taken(next);
            }
        }
    }

    private Future<Stretch> ahead(LedgerWalk walk, ExecutorService reader) {
        return reader.submit(() -> walk.next(places.positionOf(projection.name()), EVENTS_PER_BATCH));
    }

    private static Stretch taken(Future<Stretch> stretch) {
        try {
            return stretch.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void write(Stretch stretch) {
        int events = stretch.events().size();
        pace.did(events);
        transactions.executeWithoutResult(_ -> {
            gather(stretch);
            replays.moved(id, stretch.last(), events, pace.perSecond());
        });
        position = stretch.last();
    }

    private void gather(Stretch stretch) {
        var batch = projection.begin();
        stretch.events().forEach(batch::add);
        beside.write(batch);
    }

    /**
     * Not while a reader takes long over the live tables, and not while those, emptied by an update of the ledger, show
     * less; a later try then may.
     */
    private boolean tookPlace() {
        try {
            transactions.executeWithoutResult(_ -> takePlace());
            return true;
        } catch (PessimisticLockingFailureException | LiveIsBehind notYet) {
            return false;
        } catch (ShapeChanged changed) {
            begin();
            return false;
        }
    }

    private void takePlace() {
        long live = ProjectionPlaces.held(jdbc, projection.name());
        long reached = position;
        if (live < reached) throw new LiveIsBehind();
        int last = 0;
        var walk = events.walk(reached);
        for (var rest = walk.next(live, EVENTS_PER_BATCH); !rest.isEmpty(); rest = walk.next(live, EVENTS_PER_BATCH)) {
            gather(rest);
            last += rest.events().size();
            reached = rest.last();
        }
        if (reached != live) {
            throw new IllegalStateException("no event at position %d, where the live one is".formatted(live));
        }
        beside.takePlace();
        replays.moved(id, reached, last, pace.perSecond());
        replays.succeeded(id);
    }
}

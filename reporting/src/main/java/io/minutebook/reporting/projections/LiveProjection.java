package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.SequenceBroken;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.reporting.feed.Stretch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One read model on its way along the ledger. Its rows and its place commit together. What fails stops it there: it
 * says so and tries the same events again, and never leaves one out. Where another process keeps the same read model,
 * this one stands by until the place moves no more.
 */
final class LiveProjection implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveProjection.class);

    private static final Duration LOOK_FOR_EVENTS = Duration.ofMillis(100);
    private static final Duration STAND_BY = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private final Projection projection;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final ProjectionPlaces places;
    private final SettledLedger ledger;
    private final ReachedPositions reached;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Duration pause = FIRST_PAUSE;
    private long position;
    private boolean isKeptElsewhere;

    LiveProjection(
            Projection projection,
            DataSource dataSource,
            PlatformTransactionManager manager,
            SettledLedger ledger,
            ReachedPositions reached) {
        this.projection = projection;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = new TransactionTemplate(manager);
        this.places = new ProjectionPlaces(dataSource);
        this.ledger = ledger;
        this.reached = reached;
    }

    String name() {
        return projection.name();
    }

    /** It ends after the batch in hand. */
    void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        try {
            while (!isStopping()) keepUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.leave(name());
    }

    private void keepUp() throws InterruptedException {
        try {
            if (isKeptElsewhere) standBy();
            position = places.positionOf(name());
            writeOn();
        } catch (KeptElsewhere kept) {
            LOG.info("{}; this process stands by", kept.getMessage());
            ledger.leave(name());
            isKeptElsewhere = true;
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException outage) {
            LOG.warn("Projection {} waits for the database: {}", name(), outage.getMessage());
            pauseAfterFailure();
        } catch (RuntimeException | Error failure) {
            stopped(failure);
            pauseAfterFailure();
        }
    }

    private void writeOn() throws InterruptedException {
        while (!isStopping()) {
            var stretch = ledger.after(name(), position);
            if (stretch.isEmpty()) {
                ledger.awaitPast(position, LOOK_FOR_EVENTS);
            } else {
                write(stretch);
                position = stretch.last();
                pause = FIRST_PAUSE;
            }
        }
    }

    private void write(Stretch stretch) {
        var batch = gathered(stretch);
        try {
            transactions.executeWithoutResult(_ -> {
                places.advance(name(), position, stretch.last()); // who holds the place keeps these tables
                batch.write(jdbc);
            });
        } catch (KeptElsewhere
                | DataAccessResourceFailureException
                | TransientDataAccessException
                | TransactionException notOfTheEvents) {
            throw notOfTheEvents;
        } catch (RuntimeException cause) {
            throw FailedAt.writing(cause, stretch);
        }
        reached.reached(name(), stretch.last());
    }

    private ProjectionBatch gathered(Stretch stretch) {
        var batch = projection.begin();
        for (var event : stretch.events()) {
            try {
                batch.at(event.position());
                batch.add(event.fact());
            } catch (RuntimeException cause) {
                throw FailedAt.event(cause, event);
            }
        }
        return batch;
    }

    /** Whoever keeps it moves its place; a place that stands while there is more is nobody's any longer. */
    private void standBy() throws InterruptedException {
        long seen;
        long now = -1;
        do {
            seen = now;
            stopping.await(STAND_BY.toMillis(), TimeUnit.MILLISECONDS);
            now = places.positionOf(name());
        } while (!isStopping() && (now != seen || !ledger.awaitPast(now, Duration.ZERO)));
        isKeptElsewhere = false;
    }

    private void stopped(Throwable failure) {
        if (!(failure instanceof SequenceBroken)) { // which was told when it was found
            LOG.error("Projection {} stopped and will try the same events again", name(), failure);
        }
        var said = failure instanceof Error ? failure.toString() : String.valueOf(failure.getMessage());
        try {
            places.stopped(name(), position, said);
        } catch (DataAccessException e) {
            LOG.warn("The state of projection {} could not be stored: {}", name(), e.getMessage());
        }
    }

    private void pauseAfterFailure() throws InterruptedException {
        stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        pause = pause.multipliedBy(2);
        if (pause.compareTo(LONGEST_PAUSE) > 0) pause = LONGEST_PAUSE;
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }
}

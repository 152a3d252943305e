package io.minutebook.reporting.replay;

import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionPlaces;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the replays that were asked for, wherever that was, one after the other. Several processes may have one: who
 * does a replay holds a lock that PostgreSQL gives back with its connection, so that another takes over from the dead.
 */
public final class ReplayWorker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);

    /** Lock not available; idle in transaction or transaction for too long. */
    private static final Set<String> WAITED_TOO_LONG = Set.of("55P03", "25P03", "25P04");

    private static final long RHYTHM_NANOS = Duration.ofMillis(500).toNanos();

    private final DataSource dataSource;
    private final LedgerEvents events;
    private final List<Projection> projections;
    private final ProjectionPlaces places;
    private final Replays replays;
    private final int busyShare;
    private volatile boolean closed;
    private @Nullable Thread thread;

    /**
     * One that does nothing yet.
     *
     * @param busyShare of its time, in percent, in which it works while many events are stored
     */
    public ReplayWorker(DataSource dataSource, LedgerEvents events, List<Projection> projections, int busyShare) {
        this.dataSource = dataSource;
        this.events = events;
        this.projections = projections;
        this.places = new ProjectionPlaces(dataSource);
        this.replays = new Replays(dataSource);
        this.busyShare = busyShare;
    }

    public void start() {
        if (projections.isEmpty()) return;
        thread = Thread.ofPlatform().daemon().name("replay").start(this::work);
    }

    /** Lets it finish its batch; what is left goes on here or elsewhere. */
    @Override
    public void close() {
        closed = true;
        if (thread == null) return;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        boolean isFailing = false;
        while (!closed) {
            try {
                projections.forEach(this::look);
                isFailing = false;
            } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException outage) {
                if (!isFailing) LOG.warn("Replays wait for the database: {}", outage.getMessage());
                isFailing = true;
            }
            LockSupport.parkNanos(RHYTHM_NANOS);
        }
    }

    private void look(Projection projection) {
        if (closed || replays.open(projection.name()).isEmpty()) return;
        try (var connection = dataSource.getConnection()) {
            replayAlone(projection, connection);
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("the connection of a replay was lost", failure);
        }
    }

    private void replayAlone(Projection projection, Connection connection) {
        var single = new SingleConnectionDataSource(connection, true);
        var jdbc = statements(single);
        if (!ask(jdbc, "select pg_try_advisory_lock(?, hashtext(?))", projection)) return;
        try {
            new Replays(jdbc).open(projection.name()).ifPresent(replay -> replay(replay, projection, jdbc, single));
        } finally {
            ask(jdbc, "select pg_advisory_unlock(?, hashtext(?))", projection);
        }
    }

    private static JdbcTemplate statements(DataSource single) {
        var translator = new SQLStateSQLExceptionTranslator();
        translator.setCustomTranslator((task, _, failure) -> WAITED_TOO_LONG.contains(failure.getSQLState())
                ? new CannotAcquireLockException(task, failure)
                : null);
        var jdbc = new JdbcTemplate(single);
        jdbc.setExceptionTranslator(translator);
        return jdbc;
    }

    private static boolean ask(JdbcTemplate jdbc, String question, Projection projection) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, ProjectionPlaces.REPLAY_LOCK, projection.name()));
    }

    private void replay(Replay replay, Projection projection, JdbcTemplate jdbc, DataSource single) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(single));
        var rebuild = new Rebuild(
                replay, projection, events, places, jdbc, transactions, busyShare, () -> !closed);
        LOG.info("Replay {} of {} goes on after position {}", replay.id(), projection.name(), replay.position());
        try {
            rebuild.run();
        } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException outage) {
            throw outage;
        } catch (RuntimeException cause) {
            LOG.error("Replay {} of {} is given up, the live read model stays", replay.id(), projection.name(), cause);
            rebuild.giveUp(cause);
        }
    }
}

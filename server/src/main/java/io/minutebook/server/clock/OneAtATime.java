package io.minutebook.server.clock;

import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Lets due work run on one node at a time: a lock that PostgreSQL gives back when its holder dies. */
@Component
class OneAtATime {

    private static final long DUE_WORK = 7_236_002;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final DataSource dataSource;

    OneAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work unless somebody else is at it. */
    void tryRun(Runnable work) {
        run(work, Duration.ZERO);
    }

    /** Waits for whoever is at it, then runs the work. */
    void run(Runnable work) {
        if (run(work, LONGEST_WAIT)) return;
        throw new Rejected(
                ProblemCode.BUSY, "The ledger is busy with what fell due before; repeat the request.");
    }

    private boolean run(Runnable work, Duration longestWait) {
        try (var connection = dataSource.getConnection()) {
            if (!locked(connection, longestWait)) return false;
            try {
                work.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
            return true;
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("the lock on due work was lost", failure);
        }
    }

    private static boolean locked(Connection connection, Duration longestWait) throws SQLException {
        long start = System.nanoTime();
        while (!ask(connection, "select pg_try_advisory_lock(?)")) {
            if (System.nanoTime() - start >= longestWait.toNanos()) return false;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, DUE_WORK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

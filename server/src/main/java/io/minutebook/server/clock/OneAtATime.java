package io.minutebook.server.clock;

import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Lets due work run on one node at a time: a lock that PostgreSQL gives back when its holder dies. */
@Component
class OneAtATime {

    private static final long DUE_WORK = 7_236_002;
    private static final int SECONDS_TO_ANSWER = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final DataSource dataSource;

    OneAtATime(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The turn of this node; an outage of the database ends it. */
    @FunctionalInterface
    interface Turn {

        /** Throws where the turn is over. */
        void requireOurs();
    }

    /** Runs the work unless somebody else is at it; answers whether it did. */
    boolean tryRun(Consumer<Turn> work) {
        return run(work, Duration.ZERO);
    }

    /** Waits for whoever is at it, then runs the work. */
    void run(Consumer<Turn> work) {
        if (run(work, LONGEST_WAIT)) return;
        throw new Rejected(
                ProblemCode.BUSY, "The ledger is busy with what fell due before; repeat the request.");
    }

    private boolean run(Consumer<Turn> work, Duration longestWait) {
        try (var connection = dataSource.getConnection()) {
            if (!locked(connection, longestWait)) return false;
            try {
                work.accept(() -> requireAlive(connection));
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
            return true;
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("the lock on due work was lost", failure);
        }
    }

    /** The lock is as alive as its connection. */
    private static void requireAlive(Connection connection) {
        try {
            if (connection.isValid(SECONDS_TO_ANSWER)) return;
            throw new CannotGetJdbcConnectionException("the lock on due work was lost");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
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

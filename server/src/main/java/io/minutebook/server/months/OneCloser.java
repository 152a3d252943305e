package io.minutebook.server.months;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Lets one node at a time carry on a close: a lock that PostgreSQL gives back when its holder dies. */
@Component
class OneCloser {

    private static final long LOCK = 7_236_021;
    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource dataSource;

    OneCloser(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Runs the work unless somebody else is at it; what the work is given throws where its turn is over. */
    void tryRun(Consumer<Runnable> work) {
        try (var connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) return;
            try {
                work.accept(() -> requireAlive(connection));
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException failure) {
            throw new CannotGetJdbcConnectionException("the lock on closing was lost", failure);
        }
    }

    private static void requireAlive(Connection connection) {
        try {
            if (connection.isValid(SECONDS_TO_ANSWER)) return;
            throw new CannotGetJdbcConnectionException("the lock on closing was lost");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

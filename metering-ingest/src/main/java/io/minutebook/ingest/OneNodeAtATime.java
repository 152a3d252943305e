package io.minutebook.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets one node do a chore while others pass it by; PostgreSQL gives the lock back when its holder dies. */
final class OneNodeAtATime {

    private final JdbcTemplate jdbc;
    private final long lock;

    OneNodeAtATime(JdbcTemplate jdbc, long lock) {
        this.jdbc = jdbc;
        this.lock = lock;
    }

    /** Answers whether it was this node. */
    boolean run(Runnable work) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> runOn(connection, work)));
    }

    private boolean runOn(Connection connection, Runnable work) throws SQLException {
        if (!ask(connection, "select pg_try_advisory_lock(?)")) return false;
        try {
            work.run();
            return true;
        } finally {
            ask(connection, "select pg_advisory_unlock(?)");
        }
    }

    private boolean ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setLong(1, lock);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

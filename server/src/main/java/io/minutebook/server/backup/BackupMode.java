package io.minutebook.server.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A running PostgreSQL that lets its files be copied: from the start on it keeps all of its log, by which the
 * copy becomes whole. It ends with the connection, whatever happens.
 */
final class BackupMode implements AutoCloseable {

    private final Connection connection;

    private BackupMode(Connection connection) {
        this.connection = connection;
    }

    /**
     * Where the backup began or ended.
     *
     * @param segment the first of the log that it needs, or the last
     * @param label what must lie in the copy as backup_label; empty at the beginning
     */
    record Mark(Segment segment, Instant at, String label) {}

    /** The slot is gone with the session and holds the log until then. */
    static BackupMode of(String url) throws SQLException {
        var mode = new BackupMode(DriverManager.getConnection(url));
        mode.ask("select pg_create_physical_replication_slot('backup_' || pg_backend_pid(), true, true)",
                slot -> slot.getString(1));
        return mode;
    }

    Mark start() throws SQLException {
        return ask("select pg_walfile_name(pg_backup_start('minutebook', fast => true) + 1), clock_timestamp(), ''",
                BackupMode::mark);
    }

    /** Ends at a file's end: what was committed before is in the log up to there. */
    Mark stop() throws SQLException {
        return ask("select pg_walfile_name(lsn), clock_timestamp(), labelfile"
                + " from pg_backup_stop(wait_for_archive => false)", BackupMode::mark);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                Segment.named(row.getString(1)), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3));
    }

    private interface Answer<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> T ask(String sql, Answer<T> answer) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return answer.of(row);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package io.minutebook.server.reporting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** One writing transaction on the ledger, taken step by step; rolled back unless committed. */
final class Writing implements AutoCloseable {

    private final Connection connection;

    private Writing(Connection connection) {
        this.connection = connection;
    }

    /** As every writer must: the transaction id is taken before any position is drawn. */
    static Writing begin(LedgerDatabase ledger) throws SQLException {
        var writing = beginWithoutId(ledger);
        writing.execute("select pg_current_xact_id()");
        return writing;
    }

    static Writing beginWithoutId(LedgerDatabase ledger) throws SQLException {
        var connection = ledger.dataSource().getConnection();
        connection.setAutoCommit(false);
        return new Writing(connection);
    }

    /** Answers the first of so many positions. */
    long draw(int events) throws SQLException {
        return number("select first_position from ledger_draw_positions(" + events + ", 0)");
    }

    /** Draws from the bare sequence, as a column default would. */
    long drawBare() throws SQLException {
        return number("select nextval('ledger_position')");
    }

    long nextSequence(String aggregateId) throws SQLException {
        execute("select pg_advisory_xact_lock(hashtext('" + aggregateId + "'))");
        return number("select coalesce(max(sequence), -1) + 1 from ledger_event where aggregate_id = '" + aggregateId
                + "'");
    }

    void insert(long position, String aggregateId, long sequence, Instant recordedAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger_event values (?, ?, ?, 'test.happened', 1, ?, '{}', '{}')")) {
            insert.setLong(1, position);
            insert.setString(2, aggregateId);
            insert.setLong(3, sequence);
            insert.setObject(4, recordedAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    void insert(long position, String aggregateId, long sequence) throws SQLException {
        insert(position, aggregateId, sequence, Instant.now());
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}

package io.minutebook.server.verify;

import io.minutebook.server.verify.replay.ProjectionReplay;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The whole ledger at one instant, while it runs. It is read-only and so has no transaction id: one that is
 * held for minutes would hold up every reader of the ledger.
 */
final class LedgerSnapshot implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 2_000;
    private static final int LARGE_ROWS_AT_ONCE = 8;

    private final Connection connection;
    private final JdbcTemplate jdbc;

    private LedgerSnapshot(Connection connection) {
        this.connection = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        jdbc.setFetchSize(ROWS_AT_ONCE);
    }

    static LedgerSnapshot of(String url) throws SQLException {
        var connection = DriverManager.getConnection(url);
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            statement.execute("set transaction_timeout = 0");
            statement.execute("set idle_in_transaction_session_timeout = 0");
            statement.execute("set timezone = 'UTC'");
            statement.execute("set work_mem = '64MB'");
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // before the snapshot: tables that took the place of others after it would look empty in it
            statement.execute("lock table %s in access share mode".formatted(ProjectionReplay.tables()));
            return new LedgerSnapshot(connection);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Goes through an answer of any length, a page of it in memory at a time. */
    void each(String sql, RowCallbackHandler reader) {
        jdbc.query(sql, reader);
    }

    /** As {@link #each}, of rows as large as a MiB. */
    void eachLarge(String sql, RowCallbackHandler reader, Object... parameters) {
        var few = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        few.setFetchSize(LARGE_ROWS_AT_ONCE);
        few.query(sql, reader, parameters);
    }

    /** Each row of the answer is one text: what breaks a rule, and what was expected. */
    void eachLine(String sql, Consumer<String> reader) {
        jdbc.query(sql, row -> {
            reader.accept(row.getString(1));
        });
    }

    long count(String sql) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}

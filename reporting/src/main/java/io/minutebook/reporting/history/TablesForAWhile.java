package io.minutebook.reporting.history;

import io.minutebook.reporting.projections.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Empty tables of read models, in place of the live ones for whoever asks with one connection, until that is done. */
final class TablesForAWhile {

    /** Each holds a connection while it reads with another. */
    private static final Semaphore AT_A_TIME = new Semaphore(2, true);

    /** Who waits keeps a thread that others need. */
    private static final int MOST_WAITING = 20;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final DataSource dataSource;
    private final List<Projection> projections;

    TablesForAWhile(DataSource dataSource, Projection... projections) {
        this.dataSource = dataSource;
        this.projections = List.of(projections);
    }

    /** Each statement of the question is a transaction of its own: a long one would hold up every reader of the ledger. */
    <T> T ask(Function<DataSource, T> question) {
        if (AT_A_TIME.getQueueLength() >= MOST_WAITING || !isMyTurn()) {
            throw new TransientDataAccessResourceException("Many ask about the past just now; try again shortly.");
        }
        try (var connection = dataSource.getConnection()) {
            return ask(question, connection);
        } catch (SQLException failed) {
            throw new SQLStateSQLExceptionTranslator().translate("read the past", null, failed);
        } finally {
            AT_A_TIME.release();
        }
    }

    private static boolean isMyTurn() {
        try {
            return AT_A_TIME.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private <T> T ask(Function<DataSource, T> question, Connection connection) throws SQLException {
        var beside = new SingleConnectionDataSource(connection, true);
        var jdbc = new JdbcTemplate(beside);
        try {
            create(jdbc);
            return question.apply(beside);
        } finally {
            giveBack(jdbc, connection);
        }
    }

    /** A path of its own makes the database look the names up anew that it knew as those of the live tables. */
    private void create(JdbcTemplate jdbc) {
        jdbc.execute("set search_path = pg_temp, public");
        for (var projection : projections) {
            for (var table : projection.tables()) {
                jdbc.execute("create temporary table %1$s (like public.%1$s including all)".formatted(table));
            }
        }
    }

    /** Whoever has the connection next must see the live tables; one that cannot be cleared is of no more use. */
    private static void giveBack(JdbcTemplate jdbc, Connection connection) throws SQLException {
        try {
            jdbc.execute("discard temp");
            jdbc.execute("reset search_path");
        } catch (DataAccessException failed) {
            connection.abort(Runnable::run);
            throw failed;
        }
    }
}

package io.minutebook.reporting.comparison;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.projections.Projection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Compares the live rows of an account with those that its events make, row for row. Both sides show the same events,
 * whatever is booked meanwhile: one snapshot of the ledger says where each live read model is, and shows its rows there.
 */
final class AccountComparison {

    private static final int ROWS_AT_ONCE = 2_000;

    private static final String KEY =
            """
            select string_agg(format('%I', attname), ', ' order by array_position(indkey::smallint[], attnum))
            from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
            where indisprimary and indrelid = ?::regclass""";

    private static final List<ComparedTable> TABLES =
            Projections.ALL.stream().flatMap(projection -> ComparedTable.of(projection).stream()).toList();

    private static final List<String> ALL_TABLES =
            Projections.ALL.stream().flatMap(projection -> projection.tables().stream()).toList();

    /** It only reads, and a large account takes as long as it takes. */
    private static final List<String> LIMITS =
            List.of("statement_timeout", "transaction_timeout", "idle_in_transaction_session_timeout");

    private final DataSource dataSource;
    private final LedgerEvents events;
    private final Connection held;
    private final JdbcTemplate tables;

    /**
     * One without tables yet.
     *
     * @param held a connection that it has alone until it is closed
     */
    AccountComparison(DataSource dataSource, LedgerEvents events, Connection held) {
        this.dataSource = dataSource;
        this.events = events;
        this.held = held;
        this.tables = new JdbcTemplate(new SingleConnectionDataSource(held, true));
        tables.setFetchSize(ROWS_AT_ONCE);
    }

    /** Makes the temporary tables; whatever becomes of it, the connection is to be given back. */
    void create() {
        for (var limit : LIMITS) tables.execute("set " + limit + " = 0");
        // it knows no other tables, so that nothing can end up in the live ones
        tables.execute("set search_path = pg_temp");
        for (var table : ALL_TABLES) {
            tables.execute("create temporary table %1$s (like public.%1$s including all)".formatted(table));
        }
    }

    /** Whoever has the connection next must see the live tables; one that cannot be cleared is of no more use. */
    void giveBack() throws SQLException {
        try {
            tables.execute("discard temp");
            tables.execute("reset search_path");
            for (var limit : LIMITS) tables.execute("reset " + limit);
        } catch (DataAccessException failed) {
            held.abort(Runnable::run);
            throw failed;
        }
    }

    /** Empty where the live ones cannot be compared now, because they are being built from the first event on. */
    Optional<Found> compare(AccountId accountId) throws SQLException {
        tables.execute("truncate pg_temp." + String.join(", pg_temp.", ALL_TABLES));
        var beside = new AccountBeside(accountId, dataSource, events, tables);
        long least = Collections.min(places(new JdbcTemplate(dataSource)).values());
        beside.goOn(allAt(least)); // the long part, for which nothing is held
        try (var connection = dataSource.getConnection()) {
            var live = snapshot(connection);
            try {
                return compare(accountId, beside, live);
            } finally {
                connection.rollback();
            }
        }
    }

    private static Map<Projection, Long> allAt(long position) {
        var places = new LinkedHashMap<Projection, Long>();
        for (var projection : Projections.ALL) places.put(projection, position);
        return places;
    }

    /** It is read-only and so has no transaction id, which would hold up every reader of the ledger. */
    private static JdbcTemplate snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var live = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        live.setFetchSize(ROWS_AT_ONCE);
        for (var limit : LIMITS) live.execute("set local " + limit + " = 0");
        // before the snapshot: tables that took the place of others after it would look empty in it
        live.execute("lock table public.%s in access share mode".formatted(String.join(", public.", ALL_TABLES)));
        return live;
    }

    private Optional<Found> compare(AccountId accountId, AccountBeside beside, JdbcTemplate live)
            throws SQLException {
        var places = places(live);
        if (Collections.min(places.values()) < beside.reached()) return Optional.empty();
        beside.goOn(places);
        var differing = new Differing();
        held.setAutoCommit(false); // so that answers come by the page
        try {
            for (var table : TABLES) {
                long position = Objects.requireNonNull(places.get(table.projection()));
                compare(table, accountId, position, live, differing);
            }
        } finally {
            held.rollback();
            held.setAutoCommit(true);
        }
        return Optional.of(differing.found());
    }

    private static Map<Projection, Long> places(JdbcTemplate jdbc) {
        var places = allAt(0);
        jdbc.query("select name, position from projection_position", row -> {
            long position = row.getLong("position");
            Projections.named(row.getString("name")).ifPresent(projection -> places.put(projection, position));
        });
        return places;
    }

    private void compare(
            ComparedTable table, AccountId accountId, long position, JdbcTemplate live, Differing differing) {
        var key = Objects.requireNonNull(live.queryForObject(KEY, String.class, "public." + table.name()));
        var account = accountId.value();
        live.query(
                table.rowsIn("public", key),
                (ResultSetExtractor<Boolean>) ours -> tables.query(
                        table.rowsIn("pg_temp", key),
                        (ResultSetExtractor<Boolean>) theirs -> {
                            new Sides(table, position, ours, theirs).compare(differing);
                            return true;
                        },
                        account),
                account);
    }
}

package io.minutebook.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * The practical limit of this PostgreSQL: the very event rows and usage rows of the run, written once more by COPY
 * in one stream into tables with the same columns, constraints and indexes. Nothing is decided on the way.
 */
final class CopyBaseline {

    private final BenchLedger ledger;
    private final Path folder;

    CopyBaseline(BenchLedger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /** Records per second, each one event row and one usage row. */
    double recordsPerSecond(long records) throws SQLException, IOException {
        try (var connection = ledger.dataSource().getConnection()) {
            connection.setAutoCommit(true);
            double seconds = secondsFor(connection, "ledger_event", "position", records)
                    + secondsFor(connection, "usage_detail", "account_id, billing_month, ended_at", records);
            return records / seconds;
        }
    }

    private double secondsFor(Connection connection, String table, String order, long rows)
            throws SQLException, IOException {
        var file = folder.resolve(table + ".copy");
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = 0");
            try (var out = Files.newOutputStream(file)) {
                copy.copyOut("copy (select * from (select * from " + table + sample(table) + " limit " + rows
                        + ") as rows order by " + order + ") to stdout (format binary)", out);
            }
            statement.execute("create schema if not exists baseline");
            statement.execute("drop table if exists baseline." + table);
            statement.execute("create table baseline." + table + " (like " + table + " including all)");
            ledger.checkpoint();
            long startNanos = System.nanoTime();
            try (var in = Files.newInputStream(file)) {
                long written = copy.copyIn("copy baseline." + table + " from stdin (format binary)", in, 1 << 16);
                if (written != rows) throw new IllegalStateException(written + " rows copied, not " + rows);
            }
            return (System.nanoTime() - startNanos) / 1e9;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Events of usage only: an order's are of another size. */
    private static String sample(String table) {
        return table.equals("ledger_event")
                ? " where event_type in ('packs.minutes-drawn', 'usage.usage-listed')"
                : "";
    }
}

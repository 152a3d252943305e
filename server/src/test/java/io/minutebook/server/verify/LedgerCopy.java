package io.minutebook.server.verify;

import io.minutebook.server.database.Migrations;
import io.minutebook.server.embedded.EmbeddedDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A logical copy, as a dump and its restoring make one: all rows of all tables, and where the sequences
 * stand.
 */
record LedgerCopy(String from) {

    static LedgerCopy of(String url) {
        return new LedgerCopy(url);
    }

    /** Into a cluster without a ledger: its owner makes the tables, a superuser fills them. */
    void into(EmbeddedDatabase cluster) throws SQLException {
        Migrations.migrate(cluster.ownerUrl());
        try (var source = DriverManager.getConnection(from);
                var target = DriverManager.getConnection(cluster.superuserUrl());
                var statement = target.createStatement()) {
            statement.execute("set session_replication_role = replica");
            var tables = names(source, "select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename <> 'flyway_schema_history'");
            for (var table : tables) statement.execute("alter table " + table + " disable trigger user");
            statement.execute("truncate " + String.join(", ", tables));
            for (var table : tables) {
                statement.execute("alter table " + table + " enable trigger user");
                copy(source, target, table);
            }
            for (var sequence : names(source, "select format('%s, %s', quote_literal(sequencename), last_value)"
                    + " from pg_sequences where schemaname = 'public' and last_value is not null")) {
                statement.execute("select setval(" + sequence + ")");
            }
        }
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }

    private static void copy(Connection source, Connection target, String table) throws SQLException {
        var rows = new ByteArrayOutputStream();
        try {
            source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
            target.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

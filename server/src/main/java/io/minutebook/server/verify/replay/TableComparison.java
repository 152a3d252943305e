package io.minutebook.server.verify.replay;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Goes through a live table and its replay side by side, both in the order of their keys, a page at a time.
 */
final class TableComparison {

    private static final int ROWS_AT_ONCE = 2_000;

    private static final String KEY =
            """
            select string_agg(format('%I', attname), ', ' order by array_position(indkey::smallint[], attnum))
            from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
            where indisprimary and indrelid = ?::regclass""";

    private final JdbcTemplate live;
    private final JdbcTemplate replayed;

    TableComparison(JdbcTemplate live, JdbcTemplate replayed) {
        this.live = live;
        this.replayed = replayed;
        replayed.setFetchSize(ROWS_AT_ONCE);
    }

    void differences(String table, Consumer<String> reader) {
        var key = live.queryForObject(KEY, String.class, "public." + table);
        var rows = """
                select key, line from (select row(%s)::text collate "C" as key, each_row::text as line
                                       from %%s.%s as each_row) as keyed
                order by key"""
                .formatted(key, table);
        live.query(rows.formatted("public"), (ResultSetExtractor<Boolean>) ours ->
                replayed.query(rows.formatted("pg_temp"), (ResultSetExtractor<Boolean>) theirs ->
                        areEqual(table, new Rows(ours), new Rows(theirs), reader)));
    }

    private static boolean areEqual(String table, Rows live, Rows replayed, Consumer<String> reader)
            throws SQLException {
        long different = 0;
        live.next();
        replayed.next();
        while (live.hasRow() || replayed.hasRow()) {
            int order = live.compareTo(replayed);
            if (order != 0 || !live.says(replayed)) {
                different++;
                reader.accept("%s: the live row is %s, expected %s"
                        .formatted(table, order <= 0 ? live.row : "missing", order >= 0 ? replayed.row : "none"));
            }
            if (order <= 0) live.next();
            if (order >= 0) replayed.next();
        }
        return different == 0;
    }

    /** The row that one side stands at. */
    private static final class Rows {
        private final ResultSet result;
        private byte @Nullable [] key;
        private @Nullable String row;

        Rows(ResultSet result) {
            this.result = result;
        }

        boolean hasRow() {
            return key != null;
        }

        void next() throws SQLException {
            boolean found = result.next();
            key = found ? result.getString(1).getBytes(StandardCharsets.UTF_8) : null;
            row = found ? result.getString(2) : null;
        }

        boolean says(Rows other) {
            return String.valueOf(row).equals(other.row);
        }

        /** As the database sorts: byte by byte, and the end after all rows. */
        int compareTo(Rows other) {
            if (key == null) return other.key == null ? 0 : 1;
            return other.key == null ? -1 : Arrays.compareUnsigned(key, other.key);
        }
    }
}

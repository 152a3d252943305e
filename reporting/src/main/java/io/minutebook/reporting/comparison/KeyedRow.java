package io.minutebook.reporting.comparison;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row as texts, with its key; the order is that of the database, byte by byte.
 *
 * @param columns names of the values
 */
record KeyedRow(String key, List<String> columns, List<@Nullable String> values) implements Comparable<KeyedRow> {

    /** The next one; null at the end. Its key is the first column. */
    static @Nullable KeyedRow next(ResultSet result) throws SQLException {
        if (!result.next()) return null;
        var meta = result.getMetaData();
        var columns = new ArrayList<String>();
        var values = new ArrayList<@Nullable String>();
        for (int column = 2; column <= meta.getColumnCount(); column++) {
            columns.add(meta.getColumnName(column));
            values.add(result.getString(column));
        }
        return new KeyedRow(result.getString(1), columns, Collections.unmodifiableList(values));
    }

    @Override
    public int compareTo(KeyedRow other) {
        return Arrays.compareUnsigned(
                key.getBytes(StandardCharsets.UTF_8), other.key.getBytes(StandardCharsets.UTF_8));
    }

    /** For people. */
    String text() {
        return IntStream.range(0, columns.size())
                .filter(column -> values.get(column) != null)
                .mapToObj(column -> columns.get(column) + "=" + values.get(column))
                .collect(Collectors.joining(", "));
    }
}

package io.minutebook.reporting.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that one statement writes: each column travels as one array, for {@code unnest}. */
public final class Columns {

    private final List<String> types;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /**
     * Begins without rows.
     *
     * @param types the PostgreSQL types of the columns, in order
     */
    public Columns(String... types) {
        this.types = List.of(types);
    }

    /** One row. */
    public void row(@Nullable Object... values) {
        if (values.length != types.size()) throw new IllegalArgumentException(types.size() + " values expected");
        rows.add(Arrays.copyOf(values, values.length));
    }

    /** Runs the statement with one array per column, or not at all when there are no rows. */
    public void write(JdbcTemplate jdbc, String sql) {
        if (!rows.isEmpty()) jdbc.update(sql, this::bind);
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int column = 0; column < types.size(); column++) {
            statement.setArray(column + 1, statement.getConnection().createArrayOf(types.get(column), values(column)));
        }
    }

    /** Numbers and texts go as they are, which the driver sends in binary; the rest goes as its text. */
    private @Nullable Object[] values(int column) {
        boolean isNumber = types.get(column).equals("bigint");
        @Nullable Object[] values = isNumber ? new @Nullable Long[rows.size()] : new @Nullable String[rows.size()];
        for (int row = 0; row < values.length; row++) {
            var value = rows.get(row)[column];
            if (value != null) values[row] = isNumber ? number(value) : value.toString();
        }
        return values;
    }

    private static Long number(Object value) {
        return value instanceof Long number ? number : Long.valueOf(value.toString());
    }
}

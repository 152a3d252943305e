package io.minutebook.postgres;

import de.bytefish.pgbulkinsert.pgsql.PgBinaryWriter;
import de.bytefish.pgbulkinsert.pgsql.handlers.BigDecimalValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.ByteArrayValueHandler;
import de.bytefish.pgbulkinsert.pgsql.handlers.UUIDValueHandler;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows for one table, sent by PostgreSQL's binary COPY in the transaction in hand: nothing is parsed or planned for
 * them. They are gathered first, so that a value that cannot be written leaves the connection as it was. Values are
 * given in the order of the columns; each type must be that of its column.
 */
public final class CopiedRows {

    private static final long EPOCH_MICROS = TimeUnit.SECONDS.toMicros(946_684_800); // 2000-01-01, PostgreSQL's own
    private static final ByteArrayValueHandler BYTES = new ByteArrayValueHandler();
    private static final UUIDValueHandler UUIDS = new UUIDValueHandler();
    private static final BigDecimalValueHandler<BigDecimal> NUMBERS = new BigDecimalValueHandler<>();

    private final String copy;
    private final int columns;
    private final Chunks buffer = new Chunks();
    private final PgBinaryWriter writer = new PgBinaryWriter(buffer);
    private int rows;

    public CopiedRows(String table, List<String> columns) {
        this.copy = "copy %s (%s) from stdin (format binary)".formatted(table, String.join(", ", columns));
        this.columns = columns.size();
    }

    /** Begins a row; as many values follow as there are columns. */
    public CopiedRows row() {
        writer.startRow(columns);
        rows++;
        return this;
    }

    /** For text and json. */
    public CopiedRows text(@Nullable String value) {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** For bytea, and for text and json in UTF-8. */
    public CopiedRows bytes(byte @Nullable [] value) {
        if (value == null) writer.writeNull();
        else writer.write(BYTES, value);
        return this;
    }

    public CopiedRows bool(boolean value) {
        writer.writeBoolean(value);
        return this;
    }

    public CopiedRows int2(int value) {
        writer.writeShort(value);
        return this;
    }

    public CopiedRows int8(long value) {
        writer.writeLong(value);
        return this;
    }

    public CopiedRows numeric(@Nullable BigDecimal value) {
        if (value == null) writer.writeNull();
        else writer.write(NUMBERS, value);
        return this;
    }

    public CopiedRows uuid(UUID value) {
        writer.write(UUIDS, value);
        return this;
    }

    /** For timestamptz, to the microsecond. */
    public CopiedRows instant(@Nullable Instant value) {
        if (value == null) writer.writeNull();
        else writer.writeLong(TimeUnit.SECONDS.toMicros(value.getEpochSecond()) + value.getNano() / 1_000 - EPOCH_MICROS);
        return this;
    }

    /** Sends them all, or does nothing where there are none; a failure is translated as of any other statement. */
    public void write(JdbcTemplate jdbc) {
        writer.close();
        if (rows > 0) jdbc.execute(this::send);
    }

    private int send(Connection connection) throws SQLException {
        var out = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
        try {
            for (var chunk : buffer.chunks()) out.writeToCopy(chunk, 0, chunk.length);
            out.endCopy();
            return rows;
        } finally {
            if (out.isActive()) out.cancelCopy();
        }
    }
}

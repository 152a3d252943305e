package io.minutebook.server.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as it lies in the table, read by nothing but a JSON parser.
 *
 * @param priceBook the version of the price list that was in use
 */
record Fact(
        long position,
        String stream,
        String type,
        Instant recordedAt,
        @Nullable String priceBook,
        JsonNode payload) {

    static final String COLUMNS =
            "position, aggregate_id, event_type, recorded_at, metadata ->> 'priceBook', payload::text";

    private static final JsonMapper JSON = JsonMapper.shared();

    static Fact of(ResultSet row) throws SQLException {
        return new Fact(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                row.getString(5),
                JSON.readTree(row.getString(6)));
    }

    Part part() {
        return new Part("", payload);
    }

    @Override
    public String toString() {
        return "event %d (%s on %s)".formatted(position, type, stream);
    }
}

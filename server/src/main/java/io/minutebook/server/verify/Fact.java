package io.minutebook.server.verify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event as it lies in the table, read by nothing but a JSON parser. */
record Fact(long position, String stream, String type, Instant recordedAt, JsonNode payload) {

    static final String COLUMNS =
            "position, aggregate_id, event_type, recorded_at, payload::text";

    private static final JsonMapper JSON = JsonMapper.shared();

    static Fact of(ResultSet row) throws SQLException {
        return new Fact(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                JSON.readTree(row.getString(5)));
    }

    Part part() {
        return new Part("", payload);
    }

    @Override
    public String toString() {
        return "event %d (%s on %s)".formatted(position, type, stream);
    }
}

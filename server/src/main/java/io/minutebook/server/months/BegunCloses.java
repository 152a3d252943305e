package io.minutebook.server.months;

import io.minutebook.billing.BillingMonth;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Closes that were begun, kept so that whichever node comes next goes on with them. */
@Component
class BegunCloses {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    BegunCloses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without effect where it was begun before. */
    void begin(BillingMonth month, Instant dueAt, String askedBy) {
        jdbc.sql("insert into month_close (month, due_at, asked_by) values (?, ?, ?) on conflict do nothing")
                .params(month.toString(), dueAt.atOffset(ZoneOffset.UTC), askedBy)
                .update();
    }

    Optional<BegunClose> find(BillingMonth month) {
        return jdbc.sql(
                        """
                        select due_at, asked_by, ends, extract(epoch from clock_timestamp() - begun_at)::bigint as waited
                        from month_close where month = ?""")
                .param(month.toString())
                .query((row, _) -> begun(row))
                .optional();
    }

    private static BegunClose begun(ResultSet row) throws SQLException {
        var ends = row.getString("ends");
        return new BegunClose(
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                Duration.ofSeconds(row.getLong("waited")),
                ends == null ? null : JSON.readValue(ends, new TypeReference<Map<Integer, Long>>() {}));
    }

    /** The first who was told by Kafka decides. */
    void settleEnds(BillingMonth month, Map<Integer, Long> ends) {
        jdbc.sql("update month_close set ends = ?::json where month = ? and ends is null")
                .params(JSON.writeValueAsString(ends), month.toString())
                .update();
    }
}

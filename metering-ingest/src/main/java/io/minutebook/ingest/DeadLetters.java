package io.minutebook.ingest;

import io.minutebook.ingest.record.RecordRefusal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was refused, to list and to inspect. */
public final class DeadLetters {

    private static final String COLUMNS =
            """
            select id, reason, detail, pointer, retryable, state, topic, partition, record_offset, record_key,
                   source, record_id, account_id, received_at, headers,
                   discard_reason, discarded_by, discarded_at""";

    private final JdbcClient jdbc;

    public DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param after the {@code next} of the page before; null for the first page
     */
    public DeadLetterPage list(DeadLetterFilter filter, @Nullable Long after, int limit) {
        var wanted = new ArrayList<Object>();
        var conditions = new StringBuilder(" from dead_letter where true");
        restrict("reason =", text(filter.reason()), conditions, wanted);
        restrict("state =", text(filter.state()), conditions, wanted);
        restrict("account_id =", text(filter.accountId()), conditions, wanted);
        restrict("id <", after, conditions, wanted);
        wanted.add(limit + 1);
        var found = jdbc.sql(COLUMNS + conditions + " order by id desc limit ?")
                .params(wanted)
                .query((row, _) -> letter(row))
                .list();
        return page(found, limit);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void restrict(
            String comparison, @Nullable Object value, StringBuilder conditions, List<Object> wanted) {
        if (value == null) return;
        conditions.append(" and ").append(comparison).append(" ?");
        wanted.add(value);
    }

    private static DeadLetterPage page(List<DeadLetter> found, int limit) {
        if (found.size() <= limit) return new DeadLetterPage(found, null);
        return new DeadLetterPage(found.subList(0, limit), found.get(limit - 1).id());
    }

    /** How many wait for somebody, by the reason of their refusal; a reason without any is left out. */
    public Map<RecordRefusal, Long> open() {
        var open = new EnumMap<RecordRefusal, Long>(RecordRefusal.class);
        jdbc.sql("select reason, count(*) as letters from dead_letter where state = 'OPEN' group by reason")
                .query(row -> {
                    open.put(RecordRefusal.valueOf(row.getString("reason")), row.getLong("letters"));
                });
        return open;
    }

    /** How many wait for somebody. */
    public long openCount() {
        return jdbc.sql("select count(*) from dead_letter where state = 'OPEN'").query(Long.class).single();
    }

    public Optional<OpenedDeadLetter> find(long id) {
        return jdbc.sql(COLUMNS + ", value from dead_letter where id = ?")
                .param(id)
                .query((row, _) -> new OpenedDeadLetter(letter(row), row.getBytes("value")))
                .optional();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                RecordRefusal.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getString("pointer"),
                row.getBoolean("retryable"),
                DeadLetterState.valueOf(row.getString("state")),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                utf8(row.getBytes("record_key")),
                row.getString("source"),
                row.getString("record_id"),
                row.getString("account_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                HeaderJson.read(row.getString("headers")),
                discard(row));
    }

    private static @Nullable Discard discard(ResultSet row) throws SQLException {
        var at = row.getObject("discarded_at", OffsetDateTime.class);
        if (at == null) return null;
        return new Discard(row.getString("discard_reason"), row.getString("discarded_by"), at.toInstant());
    }

    private static @Nullable String utf8(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}

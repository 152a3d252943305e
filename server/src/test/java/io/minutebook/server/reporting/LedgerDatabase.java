package io.minutebook.server.reporting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.store.LedgerSerializer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty ledger of its own on a real PostgreSQL. */
final class LedgerDatabase implements AutoCloseable {

    private static final LedgerSerializer SERIALIZER = LedgerSerializer.create();

    private final HikariDataSource dataSource;
    private final JdbcTemplate jdbc;

    private LedgerDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    static LedgerDatabase create() {
        var config = new HikariConfig();
        config.setJdbcUrl(RealParts.newDatabase());
        config.setMaximumPoolSize(20);
        var dataSource = new HikariDataSource(config);
        return new LedgerDatabase(dataSource);
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Adds the next event of a stream, as a writer would store it. */
    void append(String stream, long sequence, Object event, Instant recordedAt) {
        var stored = SERIALIZER.serialize(event, String.class);
        jdbc.update(
                """
                insert into ledger_event
                select first_position, ?, ?, ?, ?, to_timestamp(recorded_millis / 1000.0), '{}', ?::json
                from ledger_draw_positions(1, ?)""",
                stream,
                sequence,
                stored.getType().getName(),
                Integer.parseInt(stored.getType().getRevision()),
                stored.getData(),
                recordedAt.toEpochMilli());
    }

    /** Adds the next events of a stream in one transaction, all of one instant. */
    void appendAll(String stream, long sequence, List<? extends Object> events, Instant recordedAt) {
        var first = Objects.requireNonNull(jdbc.queryForObject(
                "select first_position from ledger_draw_positions(?, ?)", Long.class, events.size(), recordedAt.toEpochMilli()));
        var rows = new ArrayList<Object[]>();
        for (var event : events) {
            var stored = SERIALIZER.serialize(event, String.class);
            int place = rows.size();
            rows.add(new Object[] {
                first + place, stream, sequence + place, stored.getType().getName(),
                Integer.parseInt(stored.getType().getRevision()), recordedAt.atOffset(ZoneOffset.UTC), stored.getData()
            });
        }
        jdbc.batchUpdate("insert into ledger_event values (?, ?, ?, ?, ?, ?, '{}', ?::json)", rows);
    }

    List<Long> positions() {
        return jdbc.queryForList("select position from ledger_event order by position", Long.class);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}

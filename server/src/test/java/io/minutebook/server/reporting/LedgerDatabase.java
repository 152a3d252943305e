package io.minutebook.server.reporting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.minutebook.server.fixture.RealParts;
import io.minutebook.server.store.LedgerSerializer;
import java.time.Instant;
import java.util.List;
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

    List<Long> positions() {
        return jdbc.queryForList("select position from ledger_event order by position", Long.class);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}

package io.minutebook.server.verify.replay;

import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.server.store.LedgerSerializer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Read models built anew by their own code in temporary tables, which stand before the live ones in the search path of a
 * connection of their own. Nothing there is one long transaction, which would hold up the ledger's readers.
 */
final class ScratchTables implements AutoCloseable {

    private static final String EVENTS =
            """
            select position, aggregate_id, sequence, recorded_at, event_type, event_version::text, payload::text
            from ledger_event where position <= ? order by position""";

    private final Connection connection;
    private final DataSource dataSource;
    private final JdbcTemplate scratch;
    private final List<Replay> replays = new ArrayList<>();
    private final LedgerSerializer serializer = LedgerSerializer.create();

    private ScratchTables(Connection connection) {
        this.connection = connection;
        this.dataSource = new SingleConnectionDataSource(connection, true);
        this.scratch = new JdbcTemplate(dataSource);
    }

    static ScratchTables open(String url) throws SQLException {
        var tables = new ScratchTables(DriverManager.getConnection(url));
        tables.scratch.execute("set timezone = 'UTC'");
        tables.scratch.execute("set temp_buffers = '64MB'");
        tables.scratch.execute("set work_mem = '64MB'");
        return tables;
    }

    /** This read model too, up to that position. */
    void add(Projection projection, long upTo) {
        for (var table : projection.tables()) {
            scratch.execute("create temporary table %1$s (like public.%1$s".formatted(table)
                    + " including defaults including generated including indexes)");
        }
        replays.add(new Replay(projection, scratch, upTo));
    }

    /**
     * Replays what a snapshot of the ledger shows.
     *
     * @param progress told how many events are replayed
     */
    void fill(JdbcTemplate ledger, LongConsumer progress) {
        long upTo = replays.stream().mapToLong(Replay::upTo).max().orElse(0);
        var place = new long[2];
        try {
            ledger.query(
                    EVENTS,
                    row -> {
                        place[0] = row.getLong("position");
                        var event = event(row);
                        replays.forEach(replay -> replay.add(event));
                        progress.accept(++place[1]);
                    },
                    upTo);
            replays.forEach(Replay::flush);
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException(
                    "event %d cannot be replayed: %s".formatted(place[0], unreadable.getMessage()), unreadable);
        }
    }

    private LedgerEvent event(ResultSet row) throws SQLException {
        Object fact = serializer.deserialize(new SimpleSerializedObject<>(
                row.getString("payload"), String.class, row.getString("event_type"), row.getString("event_version")));
        return new LedgerEvent(
                row.getLong("position"),
                row.getString("aggregate_id"),
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Objects.requireNonNull(fact));
    }

    DataSource dataSource() {
        return dataSource;
    }

    /** For answers of any length, a page of which is in memory at a time. */
    JdbcTemplate inOneTransaction() throws SQLException {
        connection.setAutoCommit(false);
        return scratch;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** One read model on its way. */
    private static final class Replay {
        private static final int EVENTS_PER_BATCH = 1_000;

        private final Projection projection;
        private final JdbcTemplate scratch;
        private final long upTo;
        private final List<LedgerEvent> gathered = new ArrayList<>();

        Replay(Projection projection, JdbcTemplate scratch, long upTo) {
            this.projection = projection;
            this.scratch = scratch;
            this.upTo = upTo;
        }

        long upTo() {
            return upTo;
        }

        void add(LedgerEvent event) {
            if (event.position() > upTo) return;
            gathered.add(event);
            if (gathered.size() == EVENTS_PER_BATCH) flush();
        }

        void flush() {
            var batch = projection.begin();
            gathered.forEach(batch::add);
            batch.write(scratch);
            gathered.clear();
        }
    }
}

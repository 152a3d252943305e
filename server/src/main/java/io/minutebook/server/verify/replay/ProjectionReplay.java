package io.minutebook.server.verify.replay;

import io.minutebook.reporting.Projections;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.server.store.LedgerSerializer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Builds each read model anew, by its own code, from the first event to the place the live one has reached,
 * in temporary tables that stand before the live ones in the search path of a connection of their own.
 * Nothing there is one long transaction, which would hold up the ledger's readers.
 */
public final class ProjectionReplay {

    private static final String EVENTS =
            """
            select position, event_type, event_version::text, payload::text
            from ledger_event where position <= ? order by position""";

    private final String url;
    private final JdbcTemplate ledger;
    private final LongConsumer progress;
    private final LedgerSerializer serializer = LedgerSerializer.create();

    /**
     * Compares with what one snapshot shows.
     *
     * @param ledger reads the snapshot
     * @param progress told how many events are replayed
     */
    public ProjectionReplay(String url, JdbcTemplate ledger, LongConsumer progress) {
        this.url = url;
        this.ledger = ledger;
        this.progress = progress;
    }

    /** Names of all that are compared. */
    public static String tables() {
        return String.join(
                ", ", Projections.ALL.stream().flatMap(projection -> projection.tables().stream()).toList());
    }

    /** Tells of each row that is not the same. */
    public void differences(Consumer<String> reader) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            var scratch = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            scratch.execute("set timezone = 'UTC'");
            scratch.execute("set temp_buffers = '64MB'");
            scratch.execute("set work_mem = '64MB'");
            var replays = Projections.ALL.stream().map(projection -> replay(projection, scratch)).toList();
            if (!replay(replays, reader)) return;
            connection.setAutoCommit(false);
            var tables = new TableComparison(ledger, scratch);
            for (var projection : Projections.ALL) {
                for (var table : projection.tables()) tables.differences(table, reader);
            }
        }
    }

    private Replay replay(Projection projection, JdbcTemplate scratch) {
        for (var table : projection.tables()) {
            scratch.execute("create temporary table %1$s (like public.%1$s".formatted(table)
                    + " including defaults including generated including indexes)");
        }
        var reached = ledger.queryForList(
                "select position from projection_position where name = ?", Long.class, projection.name());
        return new Replay(projection, scratch, reached.isEmpty() ? 0 : reached.getFirst());
    }

    /** Whether it came to its end. */
    private boolean replay(List<Replay> replays, Consumer<String> reader) {
        long upTo = replays.stream().mapToLong(Replay::upTo).max().orElse(0);
        var place = new long[2];
        try {
            ledger.query(
                    EVENTS,
                    row -> {
                        place[0] = row.getLong(1);
                        var event = event(row.getString(2), row.getString(3), row.getString(4));
                        replays.forEach(replay -> replay.add(place[0], event));
                        progress.accept(++place[1]);
                    },
                    upTo);
            replays.forEach(Replay::flush);
            return true;
        } catch (RuntimeException unreadable) {
            reader.accept("event %d cannot be replayed: %s".formatted(place[0], unreadable.getMessage()));
            return false;
        }
    }

    private Object event(String type, String version, String payload) {
        Object event = serializer.deserialize(new SimpleSerializedObject<>(payload, String.class, type, version));
        return Objects.requireNonNull(event);
    }

    /** One read model on its way. */
    private static final class Replay {
        private static final int EVENTS_PER_BATCH = 1_000;

        private record Placed(long position, Object event) {}

        private final Projection projection;
        private final JdbcTemplate scratch;
        private final long upTo;
        private final List<Placed> gathered = new ArrayList<>();

        Replay(Projection projection, JdbcTemplate scratch, long upTo) {
            this.projection = projection;
            this.scratch = scratch;
            this.upTo = upTo;
        }

        long upTo() {
            return upTo;
        }

        void add(long position, Object event) {
            if (position > upTo) return;
            gathered.add(new Placed(position, event));
            if (gathered.size() == EVENTS_PER_BATCH) flush();
        }

        void flush() {
            var batch = projection.begin();
            for (var placed : gathered) {
                batch.at(placed.position());
                batch.add(placed.event());
            }
            batch.write(scratch);
            gathered.clear();
        }
    }
}

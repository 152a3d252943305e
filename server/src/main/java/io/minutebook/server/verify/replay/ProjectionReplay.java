package io.minutebook.server.verify.replay;

import io.minutebook.reporting.Projections;
import io.minutebook.reporting.projections.Projection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** Builds each read model anew from the first event to the place the live one has reached, and compares the two. */
public final class ProjectionReplay {

    private final String url;
    private final JdbcTemplate ledger;
    private final LongConsumer progress;

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
        try (var scratch = ScratchTables.open(url)) {
            for (var projection : Projections.ALL) scratch.add(projection, reached(projection));
            if (!hasFilled(scratch, reader)) return;
            var tables = new TableComparison(ledger, scratch.inOneTransaction());
            for (var projection : Projections.ALL) {
                for (var table : projection.tables()) tables.differences(table, reader);
            }
        }
    }

    private long reached(Projection projection) {
        var reached = ledger.queryForList(
                "select position from projection_position where name = ?", Long.class, projection.name());
        return reached.isEmpty() ? 0 : reached.getFirst();
    }

    private boolean hasFilled(ScratchTables scratch, Consumer<String> reader) {
        try {
            scratch.fill(ledger, progress);
            return true;
        } catch (IllegalStateException unreadable) {
            reader.accept(String.valueOf(unreadable.getMessage()));
            return false;
        }
    }
}

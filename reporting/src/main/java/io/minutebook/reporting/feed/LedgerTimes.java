package io.minutebook.reporting.feed;

import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which events were recorded by an instant: all up to one position, for recorded times never go back along them. */
public final class LedgerTimes {

    private final JdbcTemplate jdbc;

    public LedgerTimes(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    private record Place(long position, Instant recordedAt) {}

    /**
     * The position of the last event that was recorded by an instant; 0 where there is none.
     *
     * @param head the highest position there is
     */
    public long positionAt(Instant instant, long head) {
        long low = 0;
        long high = head;
        while (low < high) {
            long middle = high - (high - low) / 2;
            var place = from(middle, high);
            if (place.isEmpty() || place.get().recordedAt().isAfter(instant)) high = middle - 1;
            else low = place.get().position();
        }
        return low;
    }

    /** When the last event up to a position was recorded; none where there is none. */
    public Optional<Instant> recordedAt(long position) {
        return jdbc
                .query(
                        "select recorded_at from ledger_event where position <= ? order by position desc limit 1",
                        (row, _) -> Times.instant(row, "recorded_at"),
                        position)
                .stream()
                .findFirst();
    }

    private Optional<Place> from(long position, long upTo) {
        return jdbc
                .query(
                        "select position, recorded_at from ledger_event where position between ? and ?"
                                + " order by position limit 1",
                        (row, _) -> new Place(row.getLong("position"), Times.instant(row, "recorded_at")),
                        position,
                        upTo)
                .stream()
                .findFirst();
    }
}

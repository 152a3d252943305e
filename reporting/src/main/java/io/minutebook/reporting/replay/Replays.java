package io.minutebook.reporting.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which replays were asked for, in whichever process, and what became of them; of a projection one at most is open. */
public final class Replays {

    private static final String COLUMNS = "id, projection, position, finished_at is null as is_open, error";

    private final JdbcTemplate jdbc;

    public Replays(DataSource dataSource) {
        this(new JdbcTemplate(dataSource));
    }

    Replays(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that is open already, or else a new one. */
    public Replay request(String projection, String requestedBy) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into projection_replay (projection, requested_by) values (?, ?)
                on conflict (projection) where finished_at is null do update set projection = excluded.projection
                returning\s""" + COLUMNS,
                (row, _) -> replay(row),
                projection,
                requestedBy));
    }

    public Optional<Replay> find(long id) {
        return first(jdbc.query(
                "select " + COLUMNS + " from projection_replay where id = ?", (row, _) -> replay(row), id));
    }

    public Optional<Replay> open(String projection) {
        return first(jdbc.query(
                "select " + COLUMNS + " from projection_replay where projection = ? and finished_at is null",
                (row, _) -> replay(row),
                projection));
    }

    private static Optional<Replay> first(List<Replay> replays) {
        return replays.stream().findFirst();
    }

    private static Replay replay(ResultSet row) throws SQLException {
        return new Replay(
                row.getLong("id"),
                row.getString("projection"),
                row.getLong("position"),
                row.getBoolean("is_open"),
                row.getString("error"));
    }

    /** Somebody builds its tables, empty ones. */
    void begun(long id) {
        jdbc.update(
                """
                update projection_replay set position = 0, events = 0, events_per_second = 0, begun_at = now()
                where id = ?""",
                id);
    }

    /** So many more events lie in its tables. */
    void moved(long id, long position, int events, long eventsPerSecond) {
        jdbc.update(
                "update projection_replay set position = ?, events = events + ?, events_per_second = ? where id = ?",
                position,
                events,
                eventsPerSecond,
                id);
    }

    void succeeded(long id) {
        jdbc.update("update projection_replay set finished_at = now() where id = ?", id);
    }

    void givenUp(long id, String error) {
        jdbc.update("update projection_replay set finished_at = now(), error = ? where id = ?", error, id);
    }
}

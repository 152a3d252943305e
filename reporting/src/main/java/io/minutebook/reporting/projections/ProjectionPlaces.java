package io.minutebook.reporting.projections;

import io.minutebook.reporting.projections.ProjectionStatus.ReplayProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where each projection has got to, stored with its rows and readable in every process. */
public final class ProjectionPlaces {

    private static final String ALL =
            """
            with ledger as (select coalesce(max(position), 0) as head from ledger_event)
            select place.name, place.position, head, place.error,
                   replay.id is not null as has_replay, replay.position as replayed, replay.error as given_up
            from ledger, projection_position as place
            left join projection_replay as replay
                on replay.id = (select max(id) from projection_replay where projection = place.name)
                and (replay.finished_at is null or replay.error is not null)
            order by name""";

    private final JdbcTemplate jdbc;

    public ProjectionPlaces(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public List<ProjectionStatus> all() {
        return jdbc.query(ALL, (row, _) -> ProjectionStatus.of(
                row.getString("name"), row.getLong("position"), row.getLong("head"), row.getString("error"), replay(row)));
    }

    private static @Nullable ReplayProgress replay(ResultSet row) throws SQLException {
        return row.getBoolean("has_replay")
                ? new ReplayProgress(row.getLong("replayed"), row.getLong("position"), row.getString("given_up"))
                : null;
    }

    /** The index of the last event in a read model; 0 before the first. */
    public long positionOf(String projection) {
        return only(jdbc.queryForList(
                "select position from projection_position where name = ?", Long.class, projection));
    }

    /** As {@link #positionOf}, and nobody moves it before the transaction of these statements is over. */
    public static long held(JdbcTemplate transaction, String projection) {
        transaction.update("insert into projection_position (name) values (?) on conflict do nothing", projection);
        return only(transaction.queryForList(
                "select position from projection_position where name = ? for update", Long.class, projection));
    }

    private static long only(List<Long> positions) {
        return positions.isEmpty() ? 0 : positions.getFirst();
    }

    /**
     * Moves on from where its reader stands, as part of the transaction that writes the rows; whatever stopped it
     * before is over then. Two processes may take themselves for the keeper of a read model for a moment: the second
     * to come waits for the first and then fails here, so that no sum gets an event twice. So does who would go on with
     * a read model that was emptied meanwhile, so that none is left out.
     */
    void advance(String projection, long from, long to) {
        if (from == 0) jdbc.update("insert into projection_position (name) values (?) on conflict do nothing", projection);
        int moved = jdbc.update(
                "update projection_position set position = ?, error = null where name = ? and position = ?",
                to,
                projection,
                from);
        if (moved == 0) throw new KeptElsewhere(projection, from);
    }

    /** Says what stopped it there; nothing where another process has got past it. */
    void stopped(String projection, long at, String error) {
        jdbc.update(
                """
                insert into projection_position (name, error) values (?, ?)
                on conflict (name) do update set error = excluded.error
                where projection_position.position = ?""",
                projection,
                error,
                at);
    }
}

package io.minutebook.reporting.projections;

import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.projections.ProjectionStatus.ReplayProgress;
import io.minutebook.reporting.projections.ProjectionStatus.ReplayState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where each projection has got to, stored with its rows and readable in every process. */
public final class ProjectionPlaces {

    /** Who builds a read model anew holds this advisory lock, together with the hash of its name. */
    public static final int REPLAY_LOCK = 7_236_003;

    private static final String PLACES =
            """
            with ledger as (select coalesce(max(position), 0) as head from ledger_event)
            select name, position, head, error from ledger, projection_position order by name""";

    /** Of each projection the last one, and the last one that took its place. */
    private static final String REPLAYS =
            """
            select projection, position, requested_by, requested_at, begun_at, finished_at, error, events,
                   case when finished_at is null then events_per_second
                       else floor(events / greatest(extract(epoch from finished_at - begun_at), 0.001))::bigint
                       end as events_per_second,
                   finished_at is null and exists (
                       select from pg_locks
                       where locktype = 'advisory' and granted and objsubid = 2
                           and database = (select oid from pg_database where datname = current_database())
                           and classid = ? and objid::bigint = hashtext(projection)::bigint & 4294967295) as is_held
            from projection_replay as replay
            where id = (select max(id) from projection_replay where projection = replay.projection)
                or id = (select max(id) from projection_replay
                         where projection = replay.projection and finished_at is not null and error is null)
            order by id""";

    private final JdbcTemplate jdbc;

    public ProjectionPlaces(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public List<ProjectionStatus> all() {
        var replays = jdbc.query(REPLAYS, (row, _) -> replayOf(row), REPLAY_LOCK);
        return jdbc.query(PLACES, (row, _) -> statusOf(row, replays));
    }

    /** Empty where there is no such projection. */
    public Optional<ProjectionStatus> of(String name) {
        return all().stream().filter(status -> status.name().equals(name)).findFirst();
    }

    private static ProjectionStatus statusOf(ResultSet row, List<StoredReplay> replays) throws SQLException {
        var name = row.getString("name");
        long position = row.getLong("position");
        ReplayProgress current = null;
        ReplayProgress last = null;
        for (var replay : replays) {
            if (!replay.projection.equals(name)) continue;
            var progress = replay.progress(position);
            if (progress.state() == ReplayState.DONE) {
                last = progress;
                current = null;
            } else {
                current = progress;
            }
        }
        return ProjectionStatus.of(name, position, row.getLong("head"), row.getString("error"), current, last);
    }

    /** A row of the table of replays. */
    private record StoredReplay(
            String projection,
            long position,
            long events,
            long eventsPerSecond,
            boolean isHeld,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant begunAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {

        ReplayProgress progress(long live) {
            var state = state();
            long of = state == ReplayState.DONE ? position : Math.max(position, live);
            boolean hasPace = finishedAt == null && eventsPerSecond > 0;
            return new ReplayProgress(
                    state, position, of, events, eventsPerSecond,
                    hasPace ? Math.ceilDiv(of - position, eventsPerSecond) : null,
                    requestedBy, requestedAt, begunAt, finishedAt, error);
        }

        private ReplayState state() {
            if (error != null) return ReplayState.GIVEN_UP;
            if (finishedAt != null) return ReplayState.DONE;
            if (isHeld) return ReplayState.BUILDING;
            return begunAt == null ? ReplayState.WAITING : ReplayState.INTERRUPTED;
        }
    }

    private static StoredReplay replayOf(ResultSet row) throws SQLException {
        return new StoredReplay(
                row.getString("projection"),
                row.getLong("position"),
                row.getLong("events"),
                row.getLong("events_per_second"),
                row.getBoolean("is_held"),
                row.getString("requested_by"),
                Times.instant(row, "requested_at"),
                Times.instantOrNull(row, "begun_at"),
                Times.instantOrNull(row, "finished_at"),
                row.getString("error"));
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

package io.minutebook.reporting.projections;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where each projection has got to, stored with its rows and readable in every process. */
public final class ProjectionPlaces {

    private static final String ALL =
            """
            with ledger as (select coalesce(max(position), 0) as head from ledger_event)
            select name, position, head, error from projection_position, ledger order by name""";

    private final JdbcTemplate jdbc;

    public ProjectionPlaces(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public List<ProjectionStatus> all() {
        return jdbc.query(ALL, (row, _) -> ProjectionStatus.of(
                row.getString("name"), row.getLong("position"), row.getLong("head"), row.getString("error")));
    }

    /** Part of the transaction that writes the rows; whatever stopped it before is over then. */
    void store(String projection, long position) {
        jdbc.update(
                """
                insert into projection_position (name, position) values (?, ?)
                on conflict (name) do update set position = excluded.position, error = null""",
                projection,
                position);
    }

    void stopped(String projection, String error) {
        jdbc.update("update projection_position set error = ? where name = ?", error, projection);
    }
}

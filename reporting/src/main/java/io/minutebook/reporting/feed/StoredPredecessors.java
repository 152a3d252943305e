package io.minutebook.reporting.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks predecessors up in the ledger. */
final class StoredPredecessors implements SequenceCheck.Predecessors {

    private final JdbcTemplate jdbc;

    StoredPredecessors(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public Map<String, Long> positionsOf(List<LedgerEvent> successors) {
        var positions = new HashMap<String, Long>();
        jdbc.query(
                """
                select aggregate_id, position from ledger_event
                where (aggregate_id, sequence) in (select * from unnest(?::text[], ?::bigint[]))""",
                row -> {
                    positions.put(row.getString("aggregate_id"), row.getLong("position"));
                },
                successors.stream().map(LedgerEvent::stream).toArray(String[]::new),
                successors.stream().map(row -> row.sequence() - 1).toArray(Long[]::new));
        return positions;
    }
}

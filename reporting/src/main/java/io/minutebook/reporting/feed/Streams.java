package io.minutebook.reporting.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the events of some streams as one, page by page in the order of their index. Of a long stream it goes on
 * after the last sequence read, so that a page costs the same wherever it begins.
 */
public final class Streams {

    private final JdbcTemplate jdbc;

    public Streams(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * The next events after a position that keep a condition.
     *
     * @param lastRead the sequence of the last event up to {@code after} of each long stream, or of an earlier one
     *     where none between keeps the condition; -1 where there is none
     * @param shortStreams streams of a few events, read by their index alone
     * @param condition its upper end is at most the settled index, so that nothing can appear below it any more
     */
    public StreamPage page(
            SortedMap<String, Long> lastRead,
            Collection<String> shortStreams,
            long after,
            EventCondition condition,
            int limit) {
        var parameters = new ArrayList<Object>();
        parameters.add(lastRead.keySet().toArray(String[]::new));
        parameters.add(lastRead.values().toArray(Long[]::new));
        parameters.addAll(condition.parameters());
        parameters.add(limit + 1);
        parameters.add(shortStreams.toArray(String[]::new));
        parameters.add(after);
        parameters.addAll(condition.parameters());
        parameters.add(limit + 1);
        List<StoredEvent> found = jdbc.query(
                pageOf(condition), (row, _) -> StoredEvent.of(row), parameters.toArray());
        return StreamPage.of(found, limit);
    }

    private static String pageOf(EventCondition condition) {
        return """
                select * from (
                    select %1$s from unnest(?::text[], ?::bigint[]) as stream (id, last_read)
                    cross join lateral (
                        select * from ledger_event
                        where aggregate_id = stream.id and sequence > stream.last_read and %2$s
                        order by sequence limit ?
                    ) as event
                    union all
                    select %1$s from ledger_event
                    where aggregate_id = any(?) and position > ? and %2$s
                ) as found order by position limit ?"""
                .formatted(StoredEvent.COLUMNS, condition.sql());
    }
}

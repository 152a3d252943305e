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
        parameters.add(shortStreams.toArray(String[]::new));
        parameters.add(after);
        parameters.addAll(condition.parameters());
        List<StoredEvent> found = jdbc.query(
                pageOf(condition, limit + 1), (row, _) -> StoredEvent.of(row), parameters.toArray());
        return StreamPage.of(found, limit);
    }

    /** The last events that keep a condition, newest first; of each stream no more than these are looked at. */
    public StreamPage latest(Collection<String> streams, EventCondition condition, int limit) {
        var parameters = new ArrayList<Object>();
        parameters.add(streams.toArray(String[]::new));
        parameters.addAll(condition.parameters());
        List<StoredEvent> found = jdbc.query(
                latestOf(condition, limit + 1), (row, _) -> StoredEvent.of(row), parameters.toArray());
        return StreamPage.of(found, limit);
    }

    private static String latestOf(EventCondition condition, int limit) {
        return """
                select %1$s from unnest(?::text[]) as stream (id)
                cross join lateral (
                    select * from ledger_event where aggregate_id = stream.id and %2$s
                    order by sequence desc limit %3$d
                ) as event
                order by position desc limit %3$d"""
                .formatted(StoredEvent.COLUMNS, condition.sql(), limit);
    }

    /** The limit stands in the text: a plan that does not know it reads and sorts all of a long stream. */
    private static String pageOf(EventCondition condition, int limit) {
        return """
                select * from (
                    select %1$s from unnest(?::text[], ?::bigint[]) as stream (id, last_read)
                    cross join lateral (
                        select * from ledger_event
                        where aggregate_id = stream.id and sequence > stream.last_read and %2$s
                        order by sequence limit %3$d
                    ) as event
                    union all
                    select %1$s from unnest(?::text[]) as stream (id)
                    cross join lateral (
                        select * from ledger_event
                        where aggregate_id = stream.id and position + 0 > ? and %2$s
                        order by sequence limit %3$d
                    ) as event
                ) as found order by position limit %3$d"""
                .formatted(StoredEvent.COLUMNS, condition.sql(), limit);
    }
}

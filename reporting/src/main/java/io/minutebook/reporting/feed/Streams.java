package io.minutebook.reporting.feed;

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

    private static final String PAGE =
            """
            select * from (
                select %1$s from unnest(?::text[], ?::bigint[]) as stream (id, last_read)
                cross join lateral (
                    select * from ledger_event
                    where aggregate_id = stream.id and sequence > stream.last_read and position <= ?
                    order by sequence limit ?
                ) as event
                union all
                select %1$s from ledger_event
                where aggregate_id = any(?) and position > ? and position <= ?
            ) as found order by position limit ?"""
                    .formatted(StoredEvent.COLUMNS);

    private final JdbcTemplate jdbc;

    public Streams(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * The next events with an index in (after, upTo].
     *
     * @param lastRead the sequence of the last event up to {@code after} of each long stream; -1 where there is none
     * @param shortStreams streams of a few events, read by their index alone
     * @param upTo at most the settled index, so that nothing can appear below it any more
     */
    public StreamPage page(
            SortedMap<String, Long> lastRead, Collection<String> shortStreams, long after, long upTo, int limit) {
        List<StoredEvent> found = jdbc.query(
                PAGE,
                (row, _) -> StoredEvent.of(row),
                lastRead.keySet().toArray(String[]::new),
                lastRead.values().toArray(Long[]::new),
                upTo,
                limit + 1,
                shortStreams.toArray(String[]::new),
                after,
                upTo,
                limit + 1);
        return StreamPage.of(found, limit);
    }
}

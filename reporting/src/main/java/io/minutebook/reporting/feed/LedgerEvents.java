package io.minutebook.reporting.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads stored events as messages, whose payloads are made when they are first asked for. */
public final class LedgerEvents {

    private static final int ROWS_PER_PAGE = 2_000;

    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final EventUpcaster upcaster;
    private final StoredPredecessors predecessors;

    public LedgerEvents(DataSource dataSource, Serializer serializer, EventUpcaster upcaster) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.serializer = serializer;
        this.upcaster = upcaster;
        this.predecessors = new StoredPredecessors(dataSource);
    }

    /** A way through the ledger from the event after a position on. */
    public LedgerWalk walk(long after) {
        return new LedgerWalk(this, predecessors, after);
    }

    /** The next rows with an index in (after, upTo]. */
    EventPage page(long after, long upTo) {
        return page(after, upTo, ROWS_PER_PAGE);
    }

    EventPage page(long after, long upTo, int atMost) {
        var rows = jdbc.query(
                "select " + StoredEvent.COLUMNS + " from ledger_event where position > ? and position <= ?"
                        + " order by position limit ?",
                (row, _) -> StoredEvent.of(row),
                after,
                upTo,
                atMost);
        return new EventPage(rows, messagesOf(rows.stream()).toList());
    }

    /** The payloads of these streams that were recorded by then, in order, a page in memory at a time. */
    public void payloadsOf(List<String> aggregateIds, Instant recordedBy, Consumer<Object> reader) {
        var ids = aggregateIds.toArray(String[]::new);
        long after = 0;
        List<StoredEvent> rows;
        do {
            rows = jdbc.query(
                    "select " + StoredEvent.COLUMNS + " from ledger_event where aggregate_id = any(?)"
                            + " and recorded_at <= ? and position > ? order by position limit " + ROWS_PER_PAGE,
                    (row, _) -> StoredEvent.of(row),
                    ids,
                    recordedBy.atOffset(ZoneOffset.UTC),
                    after);
            messagesOf(rows.stream()).forEach(message -> reader.accept(message.getPayload()));
            if (!rows.isEmpty()) after = rows.getLast().position();
        } while (rows.size() == ROWS_PER_PAGE);
    }

    /** The payloads of one stream with their positions, in order, a page in memory at a time. */
    public void eachOf(String aggregateId, ObjLongConsumer<Object> reader) {
        long after = -1;
        List<StoredEvent> rows;
        do {
            rows = jdbc.query(
                    "select " + StoredEvent.COLUMNS + " from ledger_event where aggregate_id = ? and sequence > ?"
                            + " order by sequence limit " + ROWS_PER_PAGE,
                    (row, _) -> StoredEvent.of(row),
                    aggregateId,
                    after);
            messagesOf(rows.stream()).forEach(message -> reader.accept(
                    message.getPayload(), message.trackingToken().position().orElseThrow()));
            if (!rows.isEmpty()) after = rows.getLast().sequence();
        } while (rows.size() == ROWS_PER_PAGE);
    }

    private Stream<TrackedEventMessage<?>> messagesOf(Stream<StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.map(StoredEvent::toData), serializer, upcaster);
    }
}

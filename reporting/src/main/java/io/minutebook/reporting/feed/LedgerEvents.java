package io.minutebook.reporting.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
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
        eachOf(
                "aggregate_id = any(?) and recorded_at <= ? and position > ? order by position",
                List.of(ids, recordedBy.atOffset(ZoneOffset.UTC)),
                StoredEvent::position,
                message -> reader.accept(payloadOf(message)));
    }

    /** The payloads of one stream with their positions, in order, a page in memory at a time. */
    public void eachOf(String aggregateId, ObjLongConsumer<Object> reader) {
        eachOf(
                "aggregate_id = ? and sequence > ? order by sequence",
                List.of(aggregateId),
                StoredEvent::sequence,
                message -> reader.accept(
                        payloadOf(message), message.trackingToken().position().orElseThrow()));
    }

    /** The condition's last parameter is the place after which a page begins. */
    private void eachOf(
            String condition,
            List<Object> parameters,
            ToLongFunction<StoredEvent> place,
            Consumer<TrackedEventMessage<?>> reader) {
        var all = new ArrayList<>(parameters);
        all.add(-1L);
        List<StoredEvent> rows;
        do {
            rows = jdbc.query(
                    "select " + StoredEvent.COLUMNS + " from ledger_event where " + condition + " limit "
                            + ROWS_PER_PAGE,
                    (row, _) -> StoredEvent.of(row),
                    all.toArray());
            messagesOf(rows.stream()).forEach(reader);
            if (!rows.isEmpty()) all.set(all.size() - 1, place.applyAsLong(rows.getLast()));
        } while (rows.size() == ROWS_PER_PAGE);
    }

    /**
     * What an event says.
     *
     * @throws IllegalStateException when this version does not know such an event: nobody may pass over it
     */
    public static Object payloadOf(EventMessage<?> message) {
        if (message.getPayload() instanceof UnknownSerializedType unknown) {
            throw new IllegalStateException("This version does not know the event type " + unknown.serializedType());
        }
        return message.getPayload();
    }

    private Stream<TrackedEventMessage<?>> messagesOf(Stream<StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.map(StoredEvent::toData), serializer, upcaster);
    }
}

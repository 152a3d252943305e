package io.minutebook.reporting.feed;

import io.minutebook.billing.Provenance;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the ledger's events, in their order. */
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

    /** A way through what is stored, from the event after a position on. */
    public LedgerWalk walk(long after) {
        return new LedgerWalk(this::stored, predecessors, after);
    }

    /** As {@link #walk(long)}, but what was stored just now need not be read. */
    LedgerWalk walk(long after, FreshEvents fresh) {
        return new LedgerWalk(
                (from, upTo, atMost) -> freshOrStored(from, upTo, atMost, fresh), predecessors, after);
    }

    private List<LedgerEvent> freshOrStored(long after, long upTo, int atMost, FreshEvents fresh) {
        if (!fresh.mayFollow(after, upTo)) return stored(after, upTo, atMost);
        var taken = fresh.take(positions(after, upTo, atMost));
        var page = taken.isEmpty() ? stored(after, upTo, atMost) : taken;
        if (!page.isEmpty()) fresh.forget(page.getLast().position());
        return page;
    }

    private List<Long> positions(long after, long upTo, int atMost) {
        return jdbc.queryForList(
                "select position from ledger_event where position > ? and position <= ? order by position limit ?",
                Long.class,
                after,
                upTo,
                atMost);
    }

    /** When the first event was recorded; empty before it. */
    public Optional<Instant> firstRecordedAt() {
        return jdbc
                .query(
                        "select recorded_at from ledger_event order by position limit 1",
                        (row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .stream()
                .findFirst();
    }

    private List<LedgerEvent> stored(long after, long upTo, int atMost) {
        var rows = jdbc.query(
                "select " + StoredEvent.COLUMNS + " from ledger_event where position > ? and position <= ?"
                        + " order by position limit ?",
                (row, _) -> StoredEvent.of(row),
                after,
                upTo,
                atMost);
        return messagesOf(rows.stream()).map(LedgerEvents::eventOf).toList();
    }

    /** The event that a stored row is. */
    public LedgerEvent eventOf(StoredEvent row) {
        return eventOf(messagesOf(Stream.of(row)).findFirst().orElseThrow());
    }

    private static LedgerEvent eventOf(TrackedEventMessage<?> message) {
        var event = (DomainEventMessage<?>) message;
        return new LedgerEvent(
                positionOf(message),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getTimestamp(),
                event.getPayload());
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }

    /** When the event at that position was recorded. */
    public Instant recordedAt(long position) {
        return jdbc
                .query(
                        "select recorded_at from ledger_event where position = ?",
                        (row, _) -> Times.instant(row, "recorded_at"),
                        position)
                .getFirst();
    }

    /** When the last event was recorded: the instant whose state the ledger is in. */
    public Optional<Instant> lastRecordedAt() {
        return jdbc
                .query(
                        "select recorded_at from ledger_event order by position desc limit 1",
                        (row, _) -> Times.instant(row, "recorded_at"))
                .stream()
                .findFirst();
    }

    /** The payloads of these streams that were recorded by then, in order, a page in memory at a time. */
    public void payloadsOf(List<String> aggregateIds, Instant recordedBy, Consumer<Object> reader) {
        var ids = aggregateIds.toArray(String[]::new);
        eachOf(
                "aggregate_id = any(?) and recorded_at <= ? and position > ? order by position",
                List.of(ids, recordedBy.atOffset(ZoneOffset.UTC)),
                StoredEvent::position,
                message -> reader.accept(eventOf(message).fact()));
    }

    /**
     * The payloads of one stream, in order, a page in memory at a time.
     *
     * @param after the sequence of the last event that is not wanted; -1 where all are
     * @param upTo the position of the last event that is
     */
    public void payloadsOf(String aggregateId, long after, long upTo, Consumer<Object> reader) {
        long place = after;
        List<StoredEvent> rows;
        do {
            rows = jdbc.query(
                    "select " + StoredEvent.COLUMNS + " from ledger_event where aggregate_id = ? and sequence > ?"
                            + " order by sequence limit " + ROWS_PER_PAGE,
                    (row, _) -> StoredEvent.of(row),
                    aggregateId,
                    place);
            // positions rise with sequences: what lies beyond is passed over by ending, not by looking at it
            for (var row : rows) {
                if (row.position() > upTo) return;
                reader.accept(eventOf(row).fact());
                place = row.sequence();
            }
        } while (rows.size() == ROWS_PER_PAGE);
    }

    /** All events of a stream of few, in order. */
    public List<FoundEvent> allOf(String aggregateId) {
        return found("aggregate_id = ? order by sequence", aggregateId);
    }

    /** The event that booked a record; it lies at the position given or later. */
    public Optional<FoundEvent> bookingOf(RecordId id, long from) {
        return found(
                        "position >= ? and event_type in ('packs.minutes-drawn', 'usage.usage-listed')"
                                + " and metadata ->> 'record' = ? and metadata ->> 'source' = ?"
                                + " order by position limit 1",
                        from, id.id(), id.source())
                .stream()
                .findFirst();
    }

    /** The event that took a record's booking back for a correction, if it lies between these positions. */
    public Optional<FoundEvent> withdrawalOf(RecordId id, long from, long upTo) {
        return found(
                        "position between ? and ? and event_type in ('packs.draw-reversed', 'usage.listing-withdrawn')"
                                + " and payload #>> '{usage,record,id,id}' = ?"
                                + " and payload #>> '{usage,record,id,source}' = ? order by position limit 1",
                        from, upTo, id.id(), id.source())
                .stream()
                .findFirst();
    }

    private List<FoundEvent> found(String condition, Object... parameters) {
        return jdbc
                .query(
                        "select " + StoredEvent.COLUMNS + " from ledger_event where " + condition,
                        (row, _) -> StoredEvent.of(row),
                        parameters)
                .stream()
                .map(this::read)
                .toList();
    }

    /** What a stored row says. */
    public FoundEvent read(StoredEvent row) {
        var message = messagesOf(Stream.of(row)).findFirst().orElseThrow();
        return new FoundEvent(row, eventOf(message).fact(), Map.copyOf(message.getMetaData()));
    }

    /** The payloads of one stream with their positions, in order, a page in memory at a time. */
    public void eachOf(String aggregateId, ObjLongConsumer<Object> reader) {
        eachOf(
                "aggregate_id = ? and sequence > ? order by sequence",
                List.of(aggregateId),
                StoredEvent::sequence,
                message -> reader.accept(eventOf(message).fact(), positionOf(message)));
    }

    /** The payloads of one stream, in order, with who caused each: the id of a key, or {@code system:} and a job. */
    public void causesOf(String aggregateId, BiConsumer<Object, @Nullable String> reader) {
        eachOf(
                "aggregate_id = ? and sequence > ? order by sequence",
                List.of(aggregateId),
                StoredEvent::sequence,
                message -> reader.accept(
                        eventOf(message).fact(), (String) message.getMetaData().get(Provenance.ACTOR)));
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

    private Stream<TrackedEventMessage<?>> messagesOf(Stream<StoredEvent> rows) {
        return EventUtils.upcastAndDeserializeTrackedEvents(rows.map(StoredEvent::toData), serializer, upcaster);
    }
}

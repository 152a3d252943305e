package io.minutebook.reporting.feed;

import io.minutebook.billing.Provenance;
import io.minutebook.reporting.database.Times;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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

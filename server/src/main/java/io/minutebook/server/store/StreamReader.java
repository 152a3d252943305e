package io.minutebook.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads one stream in the order of its sequence, page by page. */
final class StreamReader {

    private static final int PAGE = 1_000;

    private static final String SELECT =
            """
            select sequence, event_type, event_version, recorded_at, payload
            from ledger_event where aggregate_id = ? and sequence >= ? order by sequence limit ?""";

    private static final String SELECT_MANY =
            """
            select aggregate_id, sequence, event_type, event_version, recorded_at, payload
            from unnest(?::text[], ?::bigint[]) as wanted (id, after)
            join ledger_event on aggregate_id = wanted.id and sequence > wanted.after""";

    private static final Comparator<DomainEventMessage<?>> IN_SEQUENCE =
            Comparator.comparingLong(DomainEventMessage::getSequenceNumber);

    private final JdbcTemplate jdbc;
    private final LedgerSerializer serializer;

    StreamReader(DataSource dataSource, LedgerSerializer serializer) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.serializer = serializer;
    }

    DomainEventStream read(String aggregateId, long firstSequence) {
        var pages = Stream.iterate(
                page(aggregateId, firstSequence),
                page -> !page.isEmpty(),
                page -> page.size() < PAGE ? List.of() : page(aggregateId, page.getLast().getSequenceNumber() + 1));
        return DomainEventStream.of(pages.flatMap(List::stream));
    }

    /**
     * Several streams at once, each in its order.
     *
     * @param after the sequence after which each begins
     */
    Map<String, List<DomainEventMessage<?>>> readAfter(Map<String, Long> after) {
        var streams = new HashMap<String, List<DomainEventMessage<?>>>();
        var ids = after.keySet().toArray(String[]::new);
        var sequences = Arrays.stream(ids).map(after::get).toArray(Long[]::new);
        jdbc.query(
                SELECT_MANY,
                row -> {
                    var id = row.getString("aggregate_id");
                    streams.computeIfAbsent(id, _ -> new ArrayList<>()).add(messageOf(id, row));
                },
                ids,
                sequences);
        // mostly in order already, as the index yields them; the database would sort them on disk
        streams.values().forEach(events -> events.sort(IN_SEQUENCE));
        return streams;
    }

    Optional<Long> lastSequence(String aggregateId) {
        return Optional.ofNullable(jdbc.queryForObject(
                "select max(sequence) from ledger_event where aggregate_id = ?", Long.class, aggregateId));
    }

    private List<DomainEventMessage<?>> page(String aggregateId, long firstSequence) {
        return jdbc.query(SELECT, (row, _) -> messageOf(aggregateId, row), aggregateId, firstSequence, PAGE);
    }

    private DomainEventMessage<?> messageOf(String aggregateId, ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        Object payload = Objects.requireNonNull(serializer.deserialize(new SimpleSerializedObject<>(
                row.getString("payload"), String.class, row.getString("event_type"), row.getString("event_version"))));
        if (payload instanceof UnknownSerializedType unknown) {
            // an aggregate would pass over it and decide from less than was decided
            throw new IllegalStateException("This version does not know the event type " + unknown.serializedType());
        }
        return new GenericDomainEventMessage<>(
                typeOf(aggregateId),
                aggregateId,
                sequence,
                payload,
                MetaData.emptyInstance(), // nothing is decided from it
                aggregateId + "/" + sequence,
                recordedAt(row));
    }

    static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    /** The type of a stream is the word before the first hyphen of its id. */
    static String typeOf(String aggregateId) {
        return aggregateId.substring(0, aggregateId.indexOf('-'));
    }
}

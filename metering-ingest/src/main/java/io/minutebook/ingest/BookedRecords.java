package io.minutebook.ingest;

import io.minutebook.billing.usage.RecordId;
import io.minutebook.ingest.record.RecordDecoder;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which records of an id were booked, and from where on their events are found; a record that was only refused is none. */
public final class BookedRecords {

    private static final String PLACES =
            """
            select booked.identity, booked.position_from, correction.position_from as withdrawn_from,
                   exists (select from raw_record where raw_record.identity = booked.identity) as bytes_kept
            from usage_receipt as booked
            left join usage_receipt as correction on correction.identity = booked.superseded_by
            where booked.identity = any(?::uuid[]) and booked.content <> ?""";

    private final JdbcClient jdbc;

    public BookedRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a record stands.
     *
     * @param from the event that booked it lies at this position or later
     * @param withdrawnFrom the event that took it back lies at this position or later; null where none has
     * @param bytesKept whether its bytes as received are still there
     */
    public record Place(RecordId id, long from, @Nullable Long withdrawnFrom, boolean bytesKept) {}

    /** Those of these producers. */
    public List<Place> find(String id, Collection<String> sources) {
        var byIdentity = sources.stream()
                .map(source -> new RecordId(source, id))
                .collect(Collectors.toMap(RecordDecoder::identityOf, record -> record, (one, _) -> one));
        return jdbc.sql(PLACES)
                .params(
                        byIdentity.keySet().stream().map(UUID::toString).toArray(String[]::new), Receipt.NEVER_BOOKED)
                .query((row, _) -> new Place(
                        Objects.requireNonNull(byIdentity.get(row.getObject("identity", UUID.class))),
                        row.getLong("position_from"),
                        row.getObject("withdrawn_from", Long.class),
                        row.getBoolean("bytes_kept")))
                .list();
    }
}

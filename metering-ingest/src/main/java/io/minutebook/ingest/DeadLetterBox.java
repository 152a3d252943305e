package io.minutebook.ingest;

import static io.minutebook.ingest.DeadLetterState.OPEN;
import static io.minutebook.ingest.DeadLetterState.RESOLVED;

import io.minutebook.billing.usage.RecordId;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.RecordDecoder;
import io.minutebook.ingest.record.RecordRefusal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes in what was refused, and lets go of it once the record or a correction of it is booked. */
final class DeadLetterBox {

    private static final String INSERT =
            """
            insert into dead_letter (topic, partition, record_offset, record_key, value, headers,
                                     reason, detail, pointer, source, record_id, account_id, supersedes,
                                     retryable, awaits, awaits_record, state, received_at)
            values (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final int ROWS_PER_BATCH = 500;

    private static final String DUE =
            """
            select waiting.id from dead_letter as waiting
            where waiting.state = 'OPEN' and waiting.reason in ('UNKNOWN_ACCOUNT', 'SUPERSEDED_UNKNOWN')
                and waiting.id > ?
                and case waiting.reason
                    when 'UNKNOWN_ACCOUNT' then exists (
                        select from ledger_event
                        where aggregate_id = 'account-' || waiting.account_id and sequence = 0)
                    else exists (select from usage_receipt where identity = waiting.awaits) or (
                        select not bool_or(
                            refused.state = 'OPEN' and refused.reason in ('UNKNOWN_ACCOUNT', 'SUPERSEDED_UNKNOWN'))
                        from dead_letter as refused
                        where refused.record_id = waiting.awaits_record and refused.source = waiting.source
                            and coalesce(refused.account_id, waiting.account_id) = waiting.account_id)
                    end
            order by waiting.id limit ?""";

    private final JdbcTemplate jdbc;

    DeadLetterBox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void take(SortedBatch batch) {
        resolve(batch.settled());
        if (batch.refused().isEmpty()) return;
        var acceptedOffsets = batch.acceptedOffsets();
        jdbc.batchUpdate(
                INSERT,
                batch.refused(),
                ROWS_PER_BATCH,
                (row, refused) -> bind(row, refused, stateOf(refused, acceptedOffsets)));
    }

    /** Open dead letters are rare: most batches ask once and are done. */
    void resolve(List<RecordId> settled) {
        if (settled.isEmpty() || !hasOpenOnes()) return;
        jdbc.update(
                """
                update dead_letter set state = 'RESOLVED'
                from unnest(?::text[], ?::text[]) as booked (source, record_id)
                where dead_letter.state = 'OPEN' and dead_letter.record_id = booked.record_id
                    and dead_letter.source = booked.source""",
                settled.stream().map(RecordId::source).toArray(String[]::new),
                settled.stream().map(RecordId::id).toArray(String[]::new));
    }

    private boolean hasOpenOnes() {
        return jdbc.query("select from dead_letter where state = 'OPEN' limit 1", ResultSet::next);
    }

    /** A record that is mended within the batch has resolved what came before it. */
    private static DeadLetterState stateOf(RefusedDelivery refused, Map<RecordId, Long> acceptedOffsets) {
        var acceptedAt = refused.id().map(acceptedOffsets::get);
        return acceptedAt.isPresent() && acceptedAt.get() > refused.delivery().offset() ? RESOLVED : OPEN;
    }

    private static void bind(PreparedStatement row, RefusedDelivery refused, DeadLetterState state)
            throws SQLException {
        var delivery = refused.delivery();
        var refusal = refused.refusal();
        row.setString(1, delivery.topic());
        row.setInt(2, delivery.partition());
        row.setLong(3, delivery.offset());
        row.setBytes(4, delivery.key());
        row.setBytes(5, delivery.value());
        row.setString(6, HeaderJson.write(delivery.headers()));
        row.setString(7, refusal.reason().name());
        row.setString(8, StorableText.of(refusal.detail()));
        row.setString(9, StorableText.of(refusal.pointer()));
        row.setString(10, StorableText.of(refusal.source()));
        row.setString(11, StorableText.of(refusal.recordId()));
        row.setString(12, StorableText.of(refusal.accountId()));
        row.setString(13, StorableText.of(refusal.supersedes()));
        row.setBoolean(14, refusal.reason().retryable());
        row.setObject(15, awaitedIdentity(refused));
        row.setString(16, awaitedArrival(refused));
        row.setString(17, state.name());
        row.setObject(18, delivery.receivedAt().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable UUID awaitedIdentity(RefusedDelivery refused) {
        var awaited = refused.awaited();
        return awaited == null ? null : RecordDecoder.identityOf(awaited.record());
    }

    private static @Nullable String awaitedArrival(RefusedDelivery refused) {
        var awaited = refused.awaited();
        return awaited == null || !awaited.evenIfRefused() ? null : awaited.record().id();
    }

    /** Locks a dead letter for whoever decides about it; empty if there is none of that id. */
    Optional<KeptDelivery> lock(long id) {
        return jdbc
                .query(
                        """
                        select topic, partition, record_offset, record_key, value, headers, received_at, state,
                               reason
                        from dead_letter where id = ? for update""",
                        (row, _) -> kept(row),
                        id)
                .stream()
                .findFirst();
    }

    private static KeptDelivery kept(ResultSet row) throws SQLException {
        var delivery = new Delivery(
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getBytes("record_key"),
                row.getBytes("value"),
                HeaderJson.read(row.getString("headers")),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
        return new KeptDelivery(
                delivery,
                DeadLetterState.valueOf(row.getString("state")),
                RecordRefusal.valueOf(row.getString("reason")));
    }

    void resolve(long id) {
        jdbc.update("update dead_letter set state = 'RESOLVED' where id = ?", id);
    }

    /** It stays open, for the reason it was refused for this time. */
    void refuseAgain(long id, RefusedDelivery refused) {
        var refusal = refused.refusal();
        jdbc.update(
                """
                update dead_letter
                set reason = ?, detail = ?, pointer = ?, retryable = ?, awaits = ?, awaits_record = ?
                where id = ?""",
                refusal.reason().name(),
                StorableText.of(refusal.detail()),
                StorableText.of(refusal.pointer()),
                refusal.reason().retryable(),
                awaitedIdentity(refused),
                awaitedArrival(refused),
                id);
    }

    /** It stays open and is no longer taken up by itself: we fail on it. */
    void setAside(long id, String detail) {
        jdbc.update(
                """
                update dead_letter set reason = 'PROCESSING_FAILED', detail = ?, pointer = null, retryable = true
                where id = ?""",
                detail,
                id);
    }

    void discard(long id, Discard discard) {
        jdbc.update(
                """
                update dead_letter
                set state = 'DISCARDED', discard_reason = ?, discarded_by = ?, discarded_at = ? where id = ?""",
                discard.reason(),
                discard.actor(),
                discard.at().atOffset(ZoneOffset.UTC),
                id);
    }

    /** Open ones of that reason, oldest first. */
    List<Long> open(RecordRefusal reason) {
        return jdbc.queryForList(
                "select id from dead_letter where state = 'OPEN' and reason = ? order by id", Long.class, reason.name());
    }

    /** Open ones after that id whose account is registered, or whose record has come, by now; oldest first. */
    List<Long> due(long after, int most) {
        return jdbc.queryForList(DUE, Long.class, after, most);
    }
}

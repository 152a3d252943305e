package io.minutebook.ingest;

import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Recognition;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.UsageRecord;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Readable;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.ingest.record.Unreadable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery that could be read and claims to be booked under its identity. */
record Claim(Delivery delivery, Readable readable) {

    UUID identity() {
        return readable.identity();
    }

    UUID content() {
        return readable.content();
    }

    RecordId id() {
        return readable.record().id();
    }

    boolean isCorrection() {
        return supersedes() != null;
    }

    /** The record it corrects, of the same source; empty for an original. */
    Optional<RecordId> corrected() {
        return Optional.ofNullable(supersedes()).map(id -> new RecordId(id().source(), id));
    }

    private @Nullable String supersedes() {
        return supersededBy(readable.record());
    }

    /** The id of the record that this one corrects; null for an original. */
    static @Nullable String supersededBy(UsageRecord record) {
        return switch (record) {
            case CallLeg leg -> leg.supersedes();
            case Recognition recognition -> recognition.supersedes();
            case BotMessages _ -> null;
        };
    }

    RefusedDelivery refusedAs(RecordRefusal reason, String detail, @Nullable String pointer) {
        var account = readable.record().accountId().value();
        var refusal = new Unreadable(reason, detail, pointer, id().source(), id().id(), account, supersedes());
        return new RefusedDelivery(delivery, refusal, null);
    }

    /** Refused until what it waits for has come. */
    RefusedDelivery waitingFor(Awaited awaited, String detail) {
        var refusal = refusedAs(RecordRefusal.SUPERSEDED_UNKNOWN, detail, "/data/supersedes").refusal();
        return new RefusedDelivery(delivery, refusal, awaited);
    }
}

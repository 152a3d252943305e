package io.minutebook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.CallLeg;
import io.minutebook.billing.usage.Direction;
import io.minutebook.billing.usage.Disposition;
import io.minutebook.billing.usage.LegType;
import io.minutebook.billing.usage.MediaType;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.Network;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;
import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Numbers;
import io.minutebook.ingest.record.Readable;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.ingest.record.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deliveries of made-up calls, as they come out of decoding. */
final class DeliveredCalls {

    static final AccountId ACCOUNT = new AccountId("1000001");
    static final Instant ENDED_AT = Instant.parse("2025-01-15T02:01:00Z");

    private DeliveredCalls() {}

    /** A call of one minute; calls of one id and one text are the same record. */
    static Reading call(long offset, String id, String content) {
        return call(offset, id, content, ACCOUNT, Meter.LANDLINE_OUTBOUND, null);
    }

    /** A call that corrects another. */
    static Reading correction(long offset, String id, String supersedes) {
        return call(offset, id, "corrected", ACCOUNT, Meter.LANDLINE_OUTBOUND, supersedes);
    }

    static Reading call(
            long offset, String id, String content, AccountId account, Meter meter, @Nullable String supersedes) {
        int revision = supersedes == null ? 0 : 1;
        var leg = new CallLeg(
                new RecordId("/cdr/test", id), account, 1, "session", "main", revision, supersedes, LegType.MAIN, Network.VOIP,
                Direction.INBOUND, MediaType.AUDIO, null, null, null, null, null, null, ENDED_AT.minusSeconds(60),
                ENDED_AT.minusSeconds(60), ENDED_AT, Disposition.ANSWERED, null, null);
        return new Reading(
                delivery(offset),
                new Readable(leg, meter, uuid(id), uuid(id + content), new Numbers(null, null)));
    }

    /** A batch of five bot messages. */
    static Reading messages(long offset, AccountId account, long application, Instant at) {
        var batch = "b-" + offset;
        var id = application + ":bot:" + batch;
        var record = new BotMessages(
                new RecordId("/bots", id), account, application, batch, Region.DOMESTIC, 5, at);
        return new Reading(
                delivery(offset),
                new Readable(record, Meter.BOT_MESSAGES, uuid(id), uuid(id), new Numbers(null, null)));
    }

    static Reading malformed(long offset, String id) {
        return new Reading(
                delivery(offset), new Unreadable(RecordRefusal.MALFORMED, "", null, "/cdr/test", id, null, null));
    }

    static Delivery delivery(long offset) {
        return new Delivery("usage-records", 3, offset, null, "{}".getBytes(UTF_8), List.of(), ENDED_AT);
    }

    static UUID uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }
}

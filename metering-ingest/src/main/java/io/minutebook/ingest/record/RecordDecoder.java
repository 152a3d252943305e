package io.minutebook.ingest.record;

import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Routing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides of every delivery, without the database, whether it is a usage record that can be counted; of
 * several faults the first in the order of {@link RecordRefusal} is given. Safe for use by many threads.
 */
public final class RecordDecoder {

    private static final String KNOWN_TYPES =
            "send minutebook.call-leg.v1, minutebook.recognition.v1 or minutebook.bot-messages.v1";

    private final CallLegReader callLegs;

    public RecordDecoder(NumberPrivacy privacy) {
        this.callLegs = new CallLegReader(privacy);
    }

    /** Never throws for what a delivery holds; {@code now} is the ledger's clock. */
    public Decoded decode(Delivery delivery, Instant now) {
        var event = CloudEvent.of(delivery);
        try {
            event.open(delivery.value());
            return read(event, delivery.key(), now);
        } catch (Fault fault) {
            return event.refusedFor(fault);
        }
    }

    private Readable read(CloudEvent event, byte @Nullable [] key, Instant now) {
        var id = event.id();
        var type = event.attributes().text("type");
        var subject = event.attributes().text("subject");
        var time = event.attributes().instant("time");
        var reading = readData(type, id, event);
        var record = reading.record();

        checkFollows(reading, time, event.attributes());
        checkAccount(record.accountId().value(), subject, key, event);
        Timeline.check(reading, event.data(), now);
        var meter = Routing.meterOf(record).orElseThrow(() -> num400Outbound(event.data()));
        return new Readable(record, meter, identityOf(id), event.form().fingerprint(), reading.numbers());
    }

    private Reading readData(String type, RecordId id, CloudEvent event) {
        return switch (type) {
            case "minutebook.call-leg.v1" -> callLegs.read(id, event.data());
            case "minutebook.recognition.v1" -> RecognitionReader.read(id, event.data());
            case "minutebook.bot-messages.v1" -> BotMessagesReader.read(id, event.data());
            default -> throw event.attributes().malformed("type", "the type is unknown: " + KNOWN_TYPES);
        };
    }

    private static void checkFollows(Reading reading, Instant time, Fields attributes) {
        if (!reading.record().id().id().equals(reading.expectedId())) {
            throw attributes.malformed("id", "the id does not follow from the data: send the one made of it");
        }
        if (!time.equals(reading.record().endedAt())) {
            throw attributes.malformed("time", "time is not the end of the usage: send one instant in both");
        }
    }

    private static void checkAccount(
            String account, String subject, byte @Nullable [] key, CloudEvent event) {
        if (!subject.equals(account)) {
            var detail = "subject is not the account of the data: send the same account in both";
            throw event.attributes().fault(RecordRefusal.ACCOUNT_MISMATCH, "subject", detail);
        }
        if (key != null && !Arrays.equals(key, account.getBytes(StandardCharsets.UTF_8))) {
            var detail = "the Kafka key is not the account of the data: send the account id as key, or none";
            throw event.data().fault(RecordRefusal.ACCOUNT_MISMATCH, "accountId", detail);
        }
    }

    private static Fault num400Outbound(Fields data) {
        var detail = "a 400 number only receives: send the number that really called";
        return data.fault(RecordRefusal.NUM400_OUTBOUND, "serviceNumberType", detail);
    }

    /** NUL parts the two: no text that the ledger accepts holds one. */
    public static UUID identityOf(RecordId id) {
        return Fingerprint.of(id.source() + '\0' + id.id());
    }
}

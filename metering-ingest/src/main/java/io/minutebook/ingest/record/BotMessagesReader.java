package io.minutebook.ingest.record;

import io.minutebook.billing.usage.BotMessages;
import io.minutebook.billing.usage.RecordId;
import io.minutebook.billing.usage.Region;

/** Reads the fields of a batch of bot messages. */
final class BotMessagesReader {

    /** More in one batch is a mistake of the producer, and no sum of batches may leave 64 bits. */
    private static final long MOST_MESSAGES = 10_000_000_000_000_000L;

    private BotMessagesReader() {}

    static Reading read(RecordId id, Fields data) {
        var accountId = SessionPart.accountId(data);
        long applicationId = SessionPart.applicationId(data);
        var batchId = data.text("batchId");
        var region = data.choice("region", Region.class);
        long count = data.wholeNumber("count", 1, MOST_MESSAGES);
        var occurredAt = data.instant("occurredAt");
        var messages = new BotMessages(id, accountId, applicationId, batchId, region, count, occurredAt);
        return new Reading(messages, applicationId + ":bot:" + batchId, 0, Numbers.NONE);
    }
}

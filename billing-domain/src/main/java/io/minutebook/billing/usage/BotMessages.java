package io.minutebook.billing.usage;

import io.minutebook.billing.AccountId;
import java.time.Duration;
import java.time.Instant;

/** A batch of messages a chat bot answered. */
public record BotMessages(
        RecordId id,
        AccountId accountId,
        long applicationId,
        String batchId,
        Region region,
        long count,
        Instant occurredAt)
        implements UsageRecord {

    @Override
    public Instant endedAt() {
        return occurredAt;
    }

    @Override
    public Duration chargeableTime() {
        return Duration.ZERO;
    }
}

package io.minutebook.billing.usage;

import io.minutebook.billing.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One closed leg of a call. It is charged from the answer to its end, and not at all if nobody answered. */
public record CallLeg(
        RecordId id,
        AccountId accountId,
        long applicationId,
        String sessionId,
        String legId,
        int revision,
        @Nullable String supersedes,
        LegType legType,
        Network network,
        Direction direction,
        MediaType mediaType,
        @Nullable String serviceNumber,
        @Nullable ServiceNumberType serviceNumberType,
        @Nullable Ownership serviceNumberOwnership,
        @Nullable Party caller,
        @Nullable Party callee,
        @Nullable String calleeArea,
        Instant startedAt,
        @Nullable Instant answeredAt,
        Instant endedAt,
        Disposition disposition,
        @Nullable Integer endStatus,
        @Nullable String agentId)
        implements UsageRecord {

    @Override
    public Duration chargeableTime() {
        return answeredAt == null ? Duration.ZERO : Duration.between(answeredAt, endedAt);
    }
}

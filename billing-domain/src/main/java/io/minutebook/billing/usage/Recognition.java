package io.minutebook.billing.usage;

import io.minutebook.billing.AccountId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One session of speech recognition, charged once by the length of the recognised audio. */
public record Recognition(
        RecordId id,
        AccountId accountId,
        long applicationId,
        String sessionId,
        String legId,
        int revision,
        @Nullable String supersedes,
        RecognitionMode mode,
        RecognitionFeature feature,
        Instant startedAt,
        Instant endedAt,
        long audioMillis)
        implements UsageRecord {

    @Override
    public Duration chargeableTime() {
        return Duration.ofMillis(audioMillis);
    }
}

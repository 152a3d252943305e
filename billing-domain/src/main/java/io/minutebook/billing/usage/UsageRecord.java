package io.minutebook.billing.usage;

import io.minutebook.billing.AccountId;
import java.time.Duration;
import java.time.Instant;

/**
 * One thing that was used, as the platform recorded it: a closed call leg, a recognition or a batch of
 * messages.
 */
public sealed interface UsageRecord permits CallLeg, Recognition, BotMessages {

    RecordId id();

    AccountId accountId();

    long applicationId();

    /** The instant that decides pack eligibility and billing month. */
    Instant endedAt();

    /** What is charged by the started minute; zero where nothing is. */
    Duration chargeableTime();
}

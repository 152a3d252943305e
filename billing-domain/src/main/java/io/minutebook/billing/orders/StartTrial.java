package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Give an application a trial; answered with the event that states it.
 *
 * @param region of a chat trial; DOMESTIC when null
 */
public record StartTrial(
        AccountId accountId, long applicationId, TrialKind kind, @Nullable Region region, Instant at) {}

package io.minutebook.billing.entitlements;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.PlanInForce;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.RecordId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An application used a feature that its plan did not include; it was metered all the same. Stated once for an
 * application, an entitlement and a day.
 *
 * @param day the day of endedAt in Asia/Shanghai
 * @param record the first use of that day that was found
 * @param plan the one in force at endedAt; null where none was
 */
@Stored(name = "entitlements.entitlement-exceeded", version = 1)
public record EntitlementExceeded(
        AccountId accountId,
        long applicationId,
        EntitlementCode code,
        LocalDate day,
        RecordId record,
        Instant endedAt,
        @Nullable PlanInForce plan) {}

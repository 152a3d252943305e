package io.minutebook.billing.corrections;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * A person corrected something, or wants to.
 *
 * @param pending whether it waits for another person; else it happened in the same transaction
 * @param requestedBy the key of that person
 */
@Stored(name = "corrections.adjustment-requested", version = 1)
public record AdjustmentRequested(
        AccountId accountId,
        CaseNumber adjustmentId,
        Adjustment adjustment,
        String reason,
        boolean pending,
        String requestedBy,
        Instant requestedAt)
        implements AdjustmentEvent {

    AdjustmentRequested made() {
        return new AdjustmentRequested(
                accountId, adjustmentId, adjustment, reason, false, requestedBy, requestedAt);
    }
}

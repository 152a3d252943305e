package io.minutebook.billing.corrections;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** Another person approved a correction, which happened in the same transaction. */
@Stored(name = "corrections.adjustment-approved", version = 1)
public record AdjustmentApproved(
        AccountId accountId, CaseNumber adjustmentId, String approvedBy, Instant approvedAt)
        implements AdjustmentEvent {}

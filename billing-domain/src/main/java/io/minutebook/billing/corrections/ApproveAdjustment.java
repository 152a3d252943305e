package io.minutebook.billing.corrections;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import java.time.Instant;

/** Let a correction happen that another person asked for; answered with {@link AdjustmentApproved}. */
public record ApproveAdjustment(AccountId accountId, CaseNumber adjustmentId, String by, Instant at) {}

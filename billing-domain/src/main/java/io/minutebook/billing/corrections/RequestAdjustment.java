package io.minutebook.billing.corrections;

import io.minutebook.billing.AccountId;
import java.time.Instant;

/** Correct something, at once or once another person approves; answered with {@link AdjustmentRequested}. */
public record RequestAdjustment(AccountId accountId, Adjustment adjustment, String reason, String by, Instant at) {}

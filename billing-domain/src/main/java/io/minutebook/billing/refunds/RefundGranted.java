package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * A resource was given back for money, which came back and the resource ended in the same transaction.
 *
 * @param quoteId names its figures
 */
@Stored(name = "refunds.refund-granted", version = 1)
public record RefundGranted(
        AccountId accountId,
        RefundId refundId,
        String quoteId,
        RefundedResource resource,
        RefundDecision decision,
        Instant grantedAt)
        implements RefundEvent {}

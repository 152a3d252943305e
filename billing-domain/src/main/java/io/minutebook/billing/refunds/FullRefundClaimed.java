package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A legal entity had its one full refund of seats, whichever of its accounts asked for it. */
@Stored(name = "refunds.full-refund-claimed", version = 1)
public record FullRefundClaimed(
        String legalEntityId, AccountId accountId, ResourceId resourceId, RefundId refundId, Instant claimedAt) {}

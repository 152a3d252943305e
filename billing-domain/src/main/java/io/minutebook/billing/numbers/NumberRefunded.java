package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A number was given back before its end, at once and for the rent of the days to come. */
@Stored(name = "numbers.number-refunded", version = 1)
public record NumberRefunded(AccountId accountId, ResourceId resourceId, RefundId refundId, Instant refundedAt)
        implements NumberEvent {}

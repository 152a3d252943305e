package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** The renewal of a number at its end was switched on or off. */
@Stored(name = "numbers.auto-renewal-set", version = 1)
public record AutoRenewalSet(
        AccountId accountId, ResourceId resourceId, boolean autoRenew, Instant setAt)
        implements NumberEvent {}

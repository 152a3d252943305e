package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;

/** Give a number up at once, without money back. */
public record DeregisterNumber(AccountId accountId, ResourceId resourceId, Instant at) {}

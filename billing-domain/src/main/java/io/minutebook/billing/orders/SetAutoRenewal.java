package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;

/** Say whether a number is renewed at its end. */
public record SetAutoRenewal(AccountId accountId, ResourceId resourceId, boolean autoRenew, Instant at) {}

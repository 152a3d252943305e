package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;

/** The same as {@link PassNumberTime}, answered with {@link SettledNumber}. */
public record SettleNumber(AccountId accountId, ResourceId resourceId, Instant at) {}

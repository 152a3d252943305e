package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;

/**
 * Let time pass for one number: what was due by then is done, each thing at the instant it was due, with the renewals
 * that its funds allow as orders. Answered with {@link io.minutebook.billing.numbers.RentedNumber} as it stands then.
 */
public record PassNumberTime(AccountId accountId, ResourceId resourceId, Instant at) {}

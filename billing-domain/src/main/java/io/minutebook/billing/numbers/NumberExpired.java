package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A number came to its end. */
@Stored(name = "numbers.number-expired", version = 1)
public record NumberExpired(
        AccountId accountId, ResourceId resourceId, Instant expiredAt)
        implements NumberEvent {}

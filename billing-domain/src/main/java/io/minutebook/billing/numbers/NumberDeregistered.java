package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A number was given up before its end, at once and without money back. */
@Stored(name = "numbers.number-deregistered", version = 1)
public record NumberDeregistered(
        AccountId accountId, ResourceId resourceId, Instant deregisteredAt)
        implements NumberEvent {}

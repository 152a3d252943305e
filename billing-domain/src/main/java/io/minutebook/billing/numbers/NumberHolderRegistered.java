package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** An account rented its first number, which call packs ask for. */
@Stored(name = "numbers.number-holder-registered", version = 1)
public record NumberHolderRegistered(AccountId accountId, Instant registeredAt) {}

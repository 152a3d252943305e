package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A number should have been renewed at its end and the funds did not cover the rent of a month. */
@Stored(name = "numbers.number-lapsed", version = 1)
public record NumberLapsed(
        AccountId accountId, ResourceId resourceId, Money rent, Instant lapsedAt)
        implements NumberEvent {}

package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** A payment took all funds together below the amount at which they are low; they were not low before it. */
@Stored(name = "account.funds-ran-low", version = 1)
public record FundsRanLow(
        AccountId accountId, OrderId orderId, Instant ranLowAt, Money threshold, Funds funds)
        implements AccountEvent {}

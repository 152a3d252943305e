package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** Money came in; funds are the balances it left. */
@Stored(name = "account.funds-credited", version = 1)
public record FundsCredited(
        AccountId accountId, FundsKind kind, Money amount, String reference, Instant creditedAt, Funds funds)
        implements AccountEvent {}

package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.Stored;
import java.time.Instant;

/** The money of a refund came back; funds are the balances it left. */
@Stored(name = "account.funds-returned", version = 1)
public record FundsReturned(AccountId accountId, RefundId refundId, Funds returned, Instant returnedAt, Funds funds)
        implements AccountEvent {}

package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.Stored;
import io.minutebook.billing.VoucherId;
import java.time.Instant;

/** The validity of a voucher ended with something left on it, which nobody can spend any more. */
@Stored(name = "account.voucher-expired", version = 1)
public record VoucherExpired(AccountId accountId, VoucherId voucherId, Money amount, Instant expiredAt)
        implements AccountEvent {}

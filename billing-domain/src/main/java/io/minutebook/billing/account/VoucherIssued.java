package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.Stored;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A voucher was given to the account; without validUntil it does not lapse. */
@Stored(name = "account.voucher-issued", version = 1)
public record VoucherIssued(
        AccountId accountId, VoucherId voucherId, Money amount, Instant issuedAt, @Nullable Instant validUntil)
        implements AccountEvent {}

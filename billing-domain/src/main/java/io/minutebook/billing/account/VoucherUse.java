package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;

/** What one voucher contributed to an order, and what is left on it. */
public record VoucherUse(VoucherId voucherId, Money amount, Money left) {}

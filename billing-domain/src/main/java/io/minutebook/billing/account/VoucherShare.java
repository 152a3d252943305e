package io.minutebook.billing.account;

import io.minutebook.billing.Money;

/**
 * What a voucher of some products pays of one line.
 *
 * @param line its place in the order, from 0 on
 */
public record VoucherShare(int line, Money amount) {}

package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.VoucherId;
import java.util.List;

/**
 * What one voucher contributed to an order, and what is left on it.
 *
 * @param shares which lines it pays; empty where it may pay any
 */
public record VoucherUse(VoucherId voucherId, Money amount, Money left, List<VoucherShare> shares) {

    public VoucherUse {
        shares = List.copyOf(shares);
    }
}

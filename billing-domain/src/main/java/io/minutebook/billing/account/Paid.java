package io.minutebook.billing.account;

import io.minutebook.billing.Money;

/** An amount paid, by where it came from. */
public record Paid(Money voucher, Money gift, Money revenueShare, Money cash) {

    public Money total() {
        return voucher.plus(gift).plus(revenueShare).plus(cash);
    }
}

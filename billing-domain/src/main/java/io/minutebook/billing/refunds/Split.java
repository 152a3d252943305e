package io.minutebook.billing.refunds;

import io.minutebook.billing.Money;

/** A refund by where its money goes: to each kind of funds what came from it. */
public record Split(Money cash, Money gift, Money revenueShare) {

    public static final Split NOTHING = new Split(Money.ZERO, Money.ZERO, Money.ZERO);

    public Money total() {
        return cash.plus(gift).plus(revenueShare);
    }
}

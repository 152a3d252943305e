package io.minutebook.billing.months;

import io.minutebook.billing.Money;
import java.util.List;

/** Sums over the lines of bills: amount = listPrice - discount = voucher + gift + revenueShare + cash. */
public record MonthTotals(
        Money listPrice, Money discount, Money amount, Money voucher, Money gift, Money revenueShare, Money cash) {

    public static final MonthTotals ZERO = new MonthTotals(
            Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    MonthTotals plus(MonthTotals more) {
        return new MonthTotals(
                sum(listPrice, more.listPrice),
                sum(discount, more.discount),
                sum(amount, more.amount),
                sum(voucher, more.voucher),
                sum(gift, more.gift),
                sum(revenueShare, more.revenueShare),
                sum(cash, more.cash));
    }

    private static Money sum(Money one, Money other) {
        return Money.sum(List.of(one, other));
    }
}

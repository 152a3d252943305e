package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.reporting.accounts.Movement.Kind;
import java.util.List;
import java.util.Map;

/**
 * Every change of an account's balances in a month, oldest first: of each kind opening + movements = closing, and
 * closing is the opening of the next month. Vouchers count with what is usable of them.
 */
public record FundsStatement(
        AccountId accountId, BillingMonth month, Balances opening, Balances closing, List<Movement> items) {

    public FundsStatement {
        items = List.copyOf(items);
    }

    /** What an account holds of each kind. */
    public record Balances(Money cash, Money gift, Money revenueShare, Money voucher) {

        static Balances of(Map<Kind, Money> held) {
            return new Balances(
                    held.getOrDefault(Kind.CASH, Money.ZERO),
                    held.getOrDefault(Kind.GIFT, Money.ZERO),
                    held.getOrDefault(Kind.REVENUE_SHARE, Money.ZERO),
                    held.getOrDefault(Kind.VOUCHER, Money.ZERO));
        }
    }
}

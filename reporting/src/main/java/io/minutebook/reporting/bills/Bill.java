package io.minutebook.reporting.bills;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import io.minutebook.reporting.months.MonthStatus;
import java.util.List;
import java.util.function.Function;

/** What an account was charged in a month; the totals are the sums of the lines. */
public record Bill(AccountId accountId, BillingMonth month, MonthStatus status, List<BillLine> lines, Totals totals) {

    /** Sums over all lines. */
    public record Totals(
            Money listPrice, Money discount, Money amount, Money voucher, Money gift, Money revenueShare, Money cash) {

        static Totals of(List<BillLine> lines) {
            return new Totals(
                    sum(lines, BillLine::listPrice),
                    sum(lines, BillLine::discount),
                    sum(lines, BillLine::amount),
                    sum(lines, BillLine::voucher),
                    sum(lines, BillLine::gift),
                    sum(lines, BillLine::revenueShare),
                    sum(lines, BillLine::cash));
        }

        private static Money sum(List<BillLine> lines, Function<BillLine, Money> column) {
            return Money.sum(lines.stream().map(column).toList());
        }
    }

    static Bill of(AccountId accountId, BillingMonth month, MonthStatus status, List<BillLine> lines) {
        return new Bill(accountId, month, status, lines, Totals.of(lines));
    }
}

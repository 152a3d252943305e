package io.minutebook.reporting.journal;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Money;
import java.util.List;

/** The balances of a month: opening + debit - credit = closing, and over all accounts each of opening and closing is zero. */
public record TrialBalance(BillingMonth month, List<Balance> items, Totals totals) {

    public TrialBalance {
        items = List.copyOf(items);
    }

    /**
     * One ledger account.
     *
     * @param opening above zero where debits are more; closing likewise
     * @param credit above zero, as debit is
     */
    public record Balance(String ledgerAccount, Money opening, Money debit, Money credit, Money closing) {}

    /** Of all accounts together. */
    public record Totals(Money opening, Money debit, Money credit, Money closing) {}

    static TrialBalance of(BillingMonth month, List<Balance> items) {
        var totals = new Totals(
                Money.sum(items.stream().map(Balance::opening).toList()),
                Money.sum(items.stream().map(Balance::debit).toList()),
                Money.sum(items.stream().map(Balance::credit).toList()),
                Money.sum(items.stream().map(Balance::closing).toList()));
        return new TrialBalance(month, items, totals);
    }
}

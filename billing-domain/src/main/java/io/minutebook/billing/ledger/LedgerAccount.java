package io.minutebook.billing.ledger;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.FundsKind;
import io.minutebook.billing.usage.Meter;

/** The chart of accounts; each has a sub-account for each customer. Names are permanent. */
public enum LedgerAccount {
    /** Money that customers paid in, to be cleared against the bank's statement. */
    CLEARING_CASH("assets:clearing:cash"),
    /** Shares that partners were granted, to be cleared against whoever owes them. */
    CLEARING_REVENUE_SHARE("assets:clearing:revenue-share"),
    FUNDS_CASH("liabilities:funds:cash"),
    FUNDS_GIFT("liabilities:funds:gift"),
    FUNDS_REVENUE_SHARE("liabilities:funds:revenue-share"),
    VOUCHERS("liabilities:vouchers"),
    /** Packs that were paid for and neither drawn nor lapsed. */
    DEFERRED_PACKS("liabilities:deferred:packs"),
    /** Terms that were paid for and have not passed. */
    DEFERRED_TERMS("liabilities:deferred:terms"),
    INCOME_MINUTES("income:minutes"),
    INCOME_MESSAGES("income:messages"),
    INCOME_TERMS("income:terms"),
    /** What was paid for and will never be used. */
    INCOME_BREAKAGE("income:breakage"),
    /** What refunds kept back: what was still deferred less the money that came back. */
    INCOME_REFUNDS("income:refunds"),
    /** Gifts, for which nobody paid: what they buy counts as income, and here as what it cost to win it. */
    PROMOTIONS_GIFT("expenses:promotions:gift"),
    PROMOTIONS_VOUCHERS("expenses:promotions:vouchers");

    private final String title;

    LedgerAccount(String title) {
        this.title = title;
    }

    /** As in {@code liabilities:funds:cash}. */
    public String title() {
        return title;
    }

    /** The sub-account of a customer, as in {@code liabilities:funds:cash:1300000001}. */
    public String titleOf(AccountId customer) {
        return title + ":" + customer;
    }

    public static LedgerAccount titled(String title) {
        for (var account : values()) {
            if (account.title.equals(title)) return account;
        }
        throw new IllegalArgumentException("no ledger account is called " + title);
    }

    static LedgerAccount fundsOf(FundsKind kind) {
        return switch (kind) {
            case CASH -> FUNDS_CASH;
            case GIFT -> FUNDS_GIFT;
            case REVENUE_SHARE -> FUNDS_REVENUE_SHARE;
        };
    }

    /** Where funds of a kind come from. */
    static LedgerAccount sourceOf(FundsKind kind) {
        return switch (kind) {
            case CASH -> CLEARING_CASH;
            case GIFT -> PROMOTIONS_GIFT;
            case REVENUE_SHARE -> CLEARING_REVENUE_SHARE;
        };
    }

    static LedgerAccount incomeOf(Meter meter) {
        return meter == Meter.BOT_MESSAGES ? INCOME_MESSAGES : INCOME_MINUTES;
    }
}

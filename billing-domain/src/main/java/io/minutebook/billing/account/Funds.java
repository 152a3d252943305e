package io.minutebook.billing.account;

import io.minutebook.billing.Money;

/** What an account can spend, by kind; never below zero. */
public record Funds(Money cash, Money gift, Money revenueShare) {

    public static final Funds NONE = new Funds(Money.ZERO, Money.ZERO, Money.ZERO);

    public Funds {
        if (cash.fen() < 0 || gift.fen() < 0 || revenueShare.fen() < 0) {
            throw new IllegalArgumentException("funds below zero");
        }
    }

    public Money of(FundsKind kind) {
        return switch (kind) {
            case CASH -> cash;
            case GIFT -> gift;
            case REVENUE_SHARE -> revenueShare;
        };
    }

    public Money total() {
        return cash.plus(gift).plus(revenueShare);
    }

    Funds credit(FundsKind kind, Money amount) {
        return switch (kind) {
            case CASH -> new Funds(cash.plus(amount), gift, revenueShare);
            case GIFT -> new Funds(cash, gift.plus(amount), revenueShare);
            case REVENUE_SHARE -> new Funds(cash, gift, revenueShare.plus(amount));
        };
    }

    Funds plus(Funds returned) {
        return new Funds(
                cash.plus(returned.cash), gift.plus(returned.gift), revenueShare.plus(returned.revenueShare));
    }

    Funds debit(Funds spent) {
        return new Funds(cash.minus(spent.cash), gift.minus(spent.gift), revenueShare.minus(spent.revenueShare));
    }
}

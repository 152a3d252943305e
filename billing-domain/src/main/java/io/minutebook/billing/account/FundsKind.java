package io.minutebook.billing.account;

/** Where money in an account came from; each kind is kept, spent and refunded apart. */
public enum FundsKind {
    CASH,
    GIFT,
    REVENUE_SHARE
}

package io.minutebook.billing.orders;

/** What a line is about: something new, more time for what is held, or a higher edition of it. */
public enum Transaction {
    PURCHASE,
    RENEWAL,
    UPGRADE
}

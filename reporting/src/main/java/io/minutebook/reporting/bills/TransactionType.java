package io.minutebook.reporting.bills;

/** What a bill line charges for. */
public enum TransactionType {
    PURCHASE
}

package io.minutebook.reporting.bills;

/** What a bill line charges for. */
public enum TransactionType {
    PURCHASE,
    /** Minutes that were paid when their pack was bought. */
    USAGE
}

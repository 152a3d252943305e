package io.minutebook.reporting.bills;

import io.minutebook.billing.orders.Transaction;

/** What a bill line charges for. */
public enum TransactionType {
    /** Something new, or a higher edition for the rest of a term. */
    PURCHASE,
    /** A further term of what is held. */
    RENEWAL,
    /** Money that came back for what was given back; its amounts are negative. */
    REFUND,
    /** Minutes that were paid when their pack was bought. */
    USAGE;

    public static TransactionType of(Transaction transaction) {
        return switch (transaction) {
            case PURCHASE, UPGRADE -> PURCHASE;
            case RENEWAL -> RENEWAL;
        };
    }
}

package io.minutebook.billing.ledger;

/** What an entry is about. */
public enum EntryKind {
    FUNDS_CREDITED,
    VOUCHER_ISSUED,
    ORDER_PLACED,
    /** Minutes or messages drawn, less what corrections gave back. */
    MINUTES_DRAWN,
    /** Minutes that people gave back or took by hand. */
    MINUTES_ADJUSTED,
    PACK_EXPIRED,
    NUMBER_DEREGISTERED,
    /** A pack, a number or seats given back: nothing of it is owed any more. */
    RESOURCE_REFUNDED,
    /** The money of a refund. */
    FUNDS_RETURNED,
    /** Days of terms that have passed; no event says so. */
    DAYS_ELAPSED,
    /** What was left on a voucher whose validity is over; no event says so. */
    VOUCHER_LAPSED
}

package io.minutebook.reporting.bills;

/** What the quantity of a bill line counts. */
public enum BillUnit {
    PACK,
    PIECE,
    MINUTE
}

package io.minutebook.reporting.bills;

/** What a line of the detailed bill is about. */
public enum BillComponent {
    /** What a resource costs. */
    PRICE,
    /** Minutes that usage of the month drew from one pack. */
    PACK_MINUTES,
    /** Minutes that usage of the month wanted and no pack covered; they cost nothing. */
    UNCOVERED_MINUTES
}

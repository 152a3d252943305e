package io.minutebook.reporting.usage;

/** Why a line makes what is known today of a month differ from what it was closed with. */
public enum DifferenceReason {
    /** Used in the month, booked after it was closed: counts in addition. */
    LATE,
    /** Takes back what was used in the month, for a correction took its place; its figures are below zero. */
    TAKEN_BACK,
    /** Booked in the month, but used in an earlier one that was closed: does not count in this one. */
    OF_EARLIER_MONTH
}

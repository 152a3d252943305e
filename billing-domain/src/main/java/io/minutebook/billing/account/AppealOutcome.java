package io.minutebook.billing.account;

/** What came of an appeal. */
public enum AppealOutcome {
    /** The finding stays. */
    UPHELD,
    /** The finding was wrong, and counts no more. */
    OVERTURNED
}

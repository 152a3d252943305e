package io.minutebook.billing.usage;

/** How a leg ended. */
public enum Disposition {
    ANSWERED,
    NO_ANSWER,
    BUSY,
    REJECTED,
    CANCELLED,
    FAILED,
    ABANDONED,
    BLOCKED
}

package io.minutebook.billing.usage;

/** The direction of one leg, seen from the platform. */
public enum Direction {
    INBOUND,
    OUTBOUND
}

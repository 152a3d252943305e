package io.minutebook.billing;

/** Where a plan, an add-on, a number or a trial stands; only what is active can be renewed or upgraded. */
public enum ResourceState {
    ACTIVE,
    EXPIRED,
    DEREGISTERED,
    /** Given back for money. */
    REFUNDED
}

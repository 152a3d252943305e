package io.minutebook.billing.usage;

/** Whose number it is; a customer's own number incurs no communication fee. */
public enum Ownership {
    PLATFORM,
    CUSTOMER
}

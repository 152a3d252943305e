package io.minutebook.billing.usage;

/** The kind of the platform number of a leg. */
public enum ServiceNumberType {
    LANDLINE,
    NUM400,
    VIRTUAL,
    CARRIER
}

package io.minutebook.billing.catalogue;

/** The four families of charges; every bill line carries one. */
public enum Family {
    SUBSCRIPTION,
    ADD_ON,
    CALL,
    VALUE_ADDED
}

package io.minutebook.billing.usage;

/** The network a leg runs over. */
public enum Network {
    PSTN,
    VOIP,
    INTERNAL
}

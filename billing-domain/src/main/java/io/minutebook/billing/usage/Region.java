package io.minutebook.billing.usage;

/** Where chat data is stored. */
public enum Region {
    DOMESTIC,
    OVERSEAS
}

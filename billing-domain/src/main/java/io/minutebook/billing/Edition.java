package io.minutebook.billing;

/** What a plan unlocks; the later edition has all of the earlier one and more. */
public enum Edition {
    STANDARD,
    ADVANCED
}

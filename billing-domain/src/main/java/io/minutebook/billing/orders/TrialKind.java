package io.minutebook.billing.orders;

/** What can be tried. */
public enum TrialKind {
    SEATS,
    CHAT
}

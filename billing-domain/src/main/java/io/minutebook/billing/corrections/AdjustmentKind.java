package io.minutebook.billing.corrections;

/** What a person corrects. */
public enum AdjustmentKind {
    /** Money to the gift funds. */
    GOODWILL_CREDIT,
    /** Minutes that were drawn wrongly go back to what remains of their pack. */
    MINUTES_RETURNED,
    /** Minutes that should have been drawn are taken from what remains of a pack. */
    MINUTES_TAKEN
}

package io.minutebook.billing.entitlements;

/** Which plans decide: those of seats, or those of chat. */
public enum PlanFamily {
    VOICE,
    CHAT
}

package io.minutebook.billing.entitlements;

/** Judge a use by the plan in force at its end; doing it again changes nothing. */
public record JudgeUse(RestrictedUse use) {}

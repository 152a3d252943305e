package io.minutebook.billing.orders;

import io.minutebook.billing.usage.Region;

/** The bot messages that a line grants to an application. */
public record MessageGrant(long applicationId, Region region, long messages) {}

package io.minutebook.billing.orders;

import io.minutebook.billing.usage.Region;

/** How many bot messages a line grants to an application. */
public record MessageGrant(long applicationId, Region region, long count) {}

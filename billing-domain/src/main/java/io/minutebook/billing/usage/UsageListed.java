package io.minutebook.billing.usage;

import io.minutebook.billing.Stored;

/** Usage that costs no minutes was put on the account's list: free, unmetered or never answered. */
@Stored(name = "usage.usage-listed", version = 1)
public record UsageListed(MeteredUsage usage) implements UsageEvent {}

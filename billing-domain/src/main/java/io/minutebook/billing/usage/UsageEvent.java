package io.minutebook.billing.usage;

/** What can happen to usage that costs no minutes. */
public sealed interface UsageEvent permits UsageListed, ListingWithdrawn {

    MeteredUsage usage();
}

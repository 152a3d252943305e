package io.minutebook.billing.usage;

import io.minutebook.billing.Stored;

/**
 * The record of usage that cost no minutes was corrected and no longer counts.
 *
 * @param usage the old record as it was listed
 * @param supersededBy the record that takes its place
 */
@Stored(name = "usage.listing-withdrawn", version = 1)
public record ListingWithdrawn(MeteredUsage usage, RecordId supersededBy) implements UsageEvent {}

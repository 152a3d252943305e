package io.minutebook.billing.usage;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The record of usage that cost no minutes was corrected and no longer counts.
 *
 * @param usage the old record as it was listed
 * @param supersededBy the record that takes its place
 * @param lateIn the month it is booked in as a late line, for the record's own month was closed; else null, and the
 * record no longer shows
 */
@Stored(name = "usage.listing-withdrawn", version = 1)
public record ListingWithdrawn(MeteredUsage usage, RecordId supersededBy, @Nullable BillingMonth lateIn)
        implements UsageEvent {

    /** Of a record whose month is open. */
    public ListingWithdrawn(MeteredUsage usage, RecordId supersededBy) {
        this(usage, supersededBy, null);
    }
}

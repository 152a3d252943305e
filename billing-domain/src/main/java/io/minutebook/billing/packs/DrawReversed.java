package io.minutebook.billing.packs;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call's record was corrected: its minutes went back to the very packs they came from, and what no pack had
 * covered no longer counts.
 *
 * @param usage the old record as it was booked
 * @param supersededBy the record that takes its place
 * @param lateIn the month it is booked in as a late line, for the record's own month was closed; else null, and the
 * record no longer shows
 */
@Stored(name = "packs.draw-reversed", version = 1)
public record DrawReversed(
        MeteredUsage usage,
        RecordId supersededBy,
        List<Return> returns,
        Minutes uncovered,
        @Nullable BillingMonth lateIn)
        implements PackEvent {

    public DrawReversed {
        returns = List.copyOf(returns);
    }

    /** Of a record whose month is open. */
    public DrawReversed(MeteredUsage usage, RecordId supersededBy, List<Return> returns, Minutes uncovered) {
        this(usage, supersededBy, returns, uncovered, null);
    }
}

package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Stored;
import io.minutebook.billing.usage.MeteredUsage;
import io.minutebook.billing.usage.RecordId;
import java.util.List;

/**
 * A call's record was corrected: its minutes went back to the very packs they came from, and what no pack had
 * covered no longer counts.
 *
 * @param usage the old record as it was booked
 * @param supersededBy the record that takes its place
 */
@Stored(name = "packs.draw-reversed", version = 1)
public record DrawReversed(MeteredUsage usage, RecordId supersededBy, List<Return> returns, Minutes uncovered)
        implements PackEvent {

    public DrawReversed {
        returns = List.copyOf(returns);
    }
}

package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;
import java.util.List;

/**
 * A plan was given back for money and ended at once, with all its add-ons.
 *
 * @param addOns what ended with it, bought with the plan or later
 */
@Stored(name = "seats.seats-refunded", version = 1)
public record SeatsRefunded(
        AccountId accountId, ResourceId resourceId, List<ResourceId> addOns, RefundId refundId, Instant refundedAt)
        implements SeatEvent {

    public SeatsRefunded {
        addOns = List.copyOf(addOns);
    }

    boolean ends(ResourceId id) {
        return resourceId.equals(id) || addOns.contains(id);
    }
}

package io.minutebook.billing.orders;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Lease;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A paid plan that add-ons may extend: one that is held, or one of the same order.
 *
 * @param region of a chat plan alone
 * @param heldId null of a plan of the order
 * @param line where the plan stands in the order; -1 of a plan that is held
 */
record BasePlan(
        long applicationId,
        Edition edition,
        @Nullable Region region,
        @Nullable ResourceId heldId,
        int line,
        Lease lease) {

    /** One of the same order, for what is bought with a plan belongs to it; then the one that ends last, then the oldest. */
    static final Comparator<BasePlan> BEST_FIRST = Comparator.comparing(BasePlan::isOrdered)
            .thenComparing(BasePlan::until)
            .reversed()
            .thenComparing(BasePlan::heldId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparingInt(BasePlan::line);

    private boolean isOrdered() {
        return heldId == null;
    }

    Instant until() {
        return lease.until();
    }
}

package io.minutebook.billing.seats;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Lease;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seat plan, or the extra seats or SIP phones that extend one and end with it.
 *
 * @param planId the plan that it extends; null of a plan
 * @param seats how many seats it comes to
 */
public record SeatResource(
        ResourceId id,
        @Nullable ResourceId planId,
        long applicationId,
        ProductCode product,
        Edition edition,
        long quantity,
        long seats,
        Lease lease,
        ResourceState state) {

    static SeatResource of(PlanBought bought) {
        return new SeatResource(
                bought.resourceId(),
                null,
                bought.applicationId(),
                bought.product(),
                bought.edition(),
                bought.quantity(),
                bought.seats(),
                Lease.of(bought.term()),
                ResourceState.ACTIVE);
    }

    static SeatResource of(AddOnBought bought) {
        return new SeatResource(
                bought.resourceId(),
                bought.planId(),
                bought.applicationId(),
                bought.product(),
                bought.edition(),
                bought.quantity(),
                bought.seats(),
                Lease.of(bought.term()),
                ResourceState.ACTIVE);
    }

    public boolean isPlan() {
        return planId == null;
    }

    public boolean isActiveAt(Instant instant) {
        return state == ResourceState.ACTIVE && lease.isValidAt(instant);
    }

    /** Add-ons end without a word of their own: that of their plan speaks for them. */
    Instant nextDue() {
        return isPlan() ? lease.nextDue() : lease.until();
    }

    SeatResource with(Lease newLease) {
        return new SeatResource(
                id, planId, applicationId, product, edition, quantity, seats, newLease, state);
    }

    SeatResource in(ResourceState newState) {
        return new SeatResource(
                id, planId, applicationId, product, edition, quantity, seats, lease, newState);
    }

    SeatResource upgraded(SeatsUpgraded event) {
        return new SeatResource(
                id, planId, applicationId, event.product(), event.edition(), quantity, seats, lease, state);
    }
}

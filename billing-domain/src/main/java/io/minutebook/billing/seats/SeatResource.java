package io.minutebook.billing.seats;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Lease;
import io.minutebook.billing.PlanInForce;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat plan, or the extra seats or SIP phones that extend one and end with it.
 *
 * @param planId the plan that it extends; null of a plan
 * @param seats how many seats it comes to
 * @param formerEditions in the order of their ends; none of what was never upgraded
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
        ResourceState state,
        @Nullable Instant refundedAt,
        List<FormerEdition> formerEditions) {

    public SeatResource {
        formerEditions = List.copyOf(formerEditions);
    }

    /** An edition it had before it was upgraded. */
    public record FormerEdition(Edition edition, Instant until) {}

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
                ResourceState.ACTIVE,
                null,
                List.of());
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
                ResourceState.ACTIVE,
                null,
                List.of());
    }

    public boolean isPlan() {
        return planId == null;
    }

    public boolean isActiveAt(Instant instant) {
        return state == ResourceState.ACTIVE && lease.isValidAt(instant);
    }

    /** As it was at an instant within its lease, also one long past. */
    PlanInForce inForceAt(Instant instant) {
        var then = formerEditions.stream()
                .filter(former -> instant.isBefore(former.until()))
                .map(FormerEdition::edition)
                .findFirst()
                .orElse(edition);
        return new PlanInForce(id, then, false, lease.from(), until());
    }

    boolean wasValidAt(Instant instant) {
        return lease.isValidAt(instant) && instant.isBefore(until());
    }

    private Instant until() {
        return refundedAt == null ? lease.until() : refundedAt;
    }

    /** Add-ons end without a word of their own: that of their plan speaks for them. */
    Instant nextDue() {
        return isPlan() ? lease.nextDue() : lease.until();
    }

    SeatResource with(Lease newLease) {
        return new SeatResource(
                id, planId, applicationId, product, edition, quantity, seats, newLease, state, refundedAt,
                formerEditions);
    }

    SeatResource expired() {
        return new SeatResource(
                id, planId, applicationId, product, edition, quantity, seats, lease, ResourceState.EXPIRED, refundedAt,
                formerEditions);
    }

    SeatResource refunded(Instant at) {
        return new SeatResource(
                id, planId, applicationId, product, edition, quantity, seats, lease, ResourceState.REFUNDED, at,
                formerEditions);
    }

    SeatResource upgraded(SeatsUpgraded event) {
        var former = new ArrayList<>(formerEditions);
        former.add(new FormerEdition(edition, event.upgradedAt()));
        return new SeatResource(
                id, planId, applicationId, event.product(), event.edition(), quantity, seats, lease, state, refundedAt,
                former);
    }
}

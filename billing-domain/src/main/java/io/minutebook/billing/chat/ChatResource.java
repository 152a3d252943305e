package io.minutebook.billing.chat;

import io.minutebook.billing.Edition;
import io.minutebook.billing.Lease;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.ResourceState;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A chat plan of an application and a region, or the licences that extend one and end with it.
 *
 * @param planId the plan that it extends; null of a plan
 * @param edition null of licences, which have none
 * @param licences how many licences it comes to
 */
public record ChatResource(
        ResourceId id,
        @Nullable ResourceId planId,
        long applicationId,
        Region region,
        ProductCode product,
        @Nullable Edition edition,
        long quantity,
        long licences,
        Lease lease,
        ResourceState state) {

    static ChatResource of(ChatPlanBought bought) {
        return new ChatResource(
                bought.resourceId(),
                null,
                bought.applicationId(),
                bought.region(),
                bought.product(),
                bought.edition(),
                bought.quantity(),
                bought.licences(),
                Lease.of(bought.term()),
                ResourceState.ACTIVE);
    }

    static ChatResource of(LicencesBought bought) {
        return new ChatResource(
                bought.resourceId(),
                bought.planId(),
                bought.applicationId(),
                bought.region(),
                bought.product(),
                null,
                bought.quantity(),
                bought.licences(),
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

    ChatResource with(Lease newLease) {
        return new ChatResource(
                id, planId, applicationId, region, product, edition, quantity, licences, newLease, state);
    }

    ChatResource expired() {
        return new ChatResource(
                id, planId, applicationId, region, product, edition, quantity, licences, lease, ResourceState.EXPIRED);
    }

    ChatResource upgraded(ChatUpgraded event) {
        return new ChatResource(
                id, planId, applicationId, region, event.product(), event.edition(), quantity, licences, lease, state);
    }
}

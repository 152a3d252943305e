package io.minutebook.reporting.resources;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Reminders;
import io.minutebook.billing.ResourceState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What events have changed of a resource; null is what they left as it was.
 *
 * @param nextStep the next reminder of the end, or else the end
 */
record ResourceChange(
        @Nullable ProductCode product,
        @Nullable Instant validUntil,
        @Nullable Instant nextStep,
        @Nullable Boolean autoRenew,
        @Nullable ResourceState state) {

    static final ResourceChange EXPIRED = over(ResourceState.EXPIRED);
    static final ResourceChange REFUNDED = over(ResourceState.REFUNDED);
    static final ResourceChange DEREGISTERED = over(ResourceState.DEREGISTERED);

    /** A new resource: its end was decided with the purchase. */
    static ResourceChange bought(ProductCode product, Instant from, Instant validUntil, boolean autoRenew) {
        var nextStep = Reminders.nextDue(from, validUntil, null);
        return new ResourceChange(product, validUntil, nextStep, autoRenew, ResourceState.ACTIVE);
    }

    /** A renewed one: its end was decided then. */
    static ResourceChange paidUntil(Instant validUntil, Instant decidedAt) {
        return new ResourceChange(null, validUntil, Reminders.nextDue(decidedAt, validUntil, null), null, null);
    }

    static ResourceChange reminded(Instant announcedAt, Instant validUntil, int daysBefore) {
        var nextStep = Reminders.nextDue(announcedAt, validUntil, daysBefore);
        return new ResourceChange(null, null, nextStep, null, null);
    }

    static ResourceChange upgraded(ProductCode product) {
        return new ResourceChange(product, null, null, null, null);
    }

    static ResourceChange renewedByItself(boolean autoRenew) {
        return new ResourceChange(null, null, null, autoRenew, null);
    }

    private static ResourceChange over(ResourceState state) {
        return new ResourceChange(null, null, null, null, state);
    }

    ResourceChange then(ResourceChange later) {
        return new ResourceChange(
                later(product, later.product),
                later(validUntil, later.validUntil),
                later(nextStep, later.nextStep),
                later(autoRenew, later.autoRenew),
                later(state, later.state));
    }

    private static <T> @Nullable T later(@Nullable T before, @Nullable T after) {
        return after == null ? before : after;
    }
}

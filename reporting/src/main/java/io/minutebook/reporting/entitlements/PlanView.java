package io.minutebook.reporting.entitlements;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.entitlements.PlanFamily;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A plan of an application, or a trial of one, as it is in force in one edition in [validFrom, validUntil).
 *
 * @param region of chat alone
 */
public record PlanView(
        AccountId accountId,
        String resourceId,
        PlanFamily family,
        ProductCode product,
        Edition edition,
        boolean trial,
        @Nullable Region region,
        Instant validFrom,
        Instant validUntil) {

    /** The highest edition, of several the one that ends last, of those the lowest id. */
    public static final Comparator<PlanView> BEST_FIRST = Comparator.comparing(PlanView::edition)
            .thenComparing(PlanView::validUntil)
            .reversed()
            .thenComparing(PlanView::resourceId);
}

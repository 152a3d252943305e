package io.minutebook.reporting.accounts;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.refunds.RefundVetoed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why refunds are forbidden, or were.
 *
 * @param resourceId of this resource alone; null of all that the account has
 * @param vetoedBy the key of who decided it
 * @param lifted null while it stands
 */
public record VetoView(
        CaseNumber vetoId,
        @Nullable ResourceId resourceId,
        String reason,
        String vetoedBy,
        Instant vetoedAt,
        @Nullable Lifting lifted) {

    /** Why it was taken back, and the key of who decided it. */
    public record Lifting(String reason, String liftedBy, Instant liftedAt) {}

    public static VetoView of(RefundVetoed vetoed) {
        return new VetoView(
                vetoed.vetoId(), vetoed.resourceId(), vetoed.reason(), vetoed.vetoedBy(), vetoed.vetoedAt(), null);
    }
}

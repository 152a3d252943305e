package io.minutebook.reporting.accounts;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.PackId;
import io.minutebook.billing.corrections.AdjustmentKind;
import io.minutebook.billing.corrections.AdjustmentRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person corrected, or wants to.
 *
 * @param requestedBy the key of that person
 * @param approvedBy the key of another one; null where nobody approved it, or nobody had to
 */
public record AdjustmentView(
        CaseNumber adjustmentId,
        AdjustmentKind kind,
        @Nullable Money amount,
        @Nullable Minutes minutes,
        @Nullable PackId packId,
        String reason,
        State state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    /** Whether it happened, or waits for another person. */
    public enum State {
        PENDING,
        MADE
    }

    public static AdjustmentView of(AdjustmentRequested requested) {
        var adjustment = requested.adjustment();
        return new AdjustmentView(
                requested.adjustmentId(),
                adjustment.kind(),
                adjustment.amount(),
                adjustment.minutes(),
                adjustment.packId(),
                requested.reason(),
                requested.pending() ? State.PENDING : State.MADE,
                requested.requestedBy(),
                requested.requestedAt(),
                null,
                null);
    }
}

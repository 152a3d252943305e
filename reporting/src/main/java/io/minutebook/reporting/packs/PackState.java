package io.minutebook.reporting.packs;

import io.minutebook.billing.PackId;
import io.minutebook.billing.packs.Balance;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A pack as one position of the ledger left it.
 *
 * @param included whether a plan includes it, for the month that begins at boughtAt
 * @param refundedAt null where it was not refunded
 */
public record PackState(
        PackId packId,
        boolean included,
        Instant boughtAt,
        Instant validUntil,
        @Nullable Instant refundedAt,
        Balance balance) {

    /** What plans include, earliest expiry, earliest purchase, lowest id. */
    static final Comparator<PackState> DRAW_ORDER = Comparator.comparing(PackState::included)
            .reversed()
            .thenComparing(PackState::validUntil)
            .thenComparing(PackState::boughtAt)
            .thenComparing(PackState::packId);

    static PackState of(PackRow row) {
        return new PackState(
                row.id(), row.included(), row.boughtAt(), row.validUntil(), row.refundedAt(), row.balance());
    }
}

package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.UnitPrice;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Minutes bought for one meter or bot messages granted to one application, usable in [boughtAt, validUntil).
 *
 * @param boughtAt of messages that a plan includes the begin of their month
 * @param included whether a plan includes them
 * @param refundedAt when it was given back for money, which ends its time; null where it was not
 */
public record Pack(
        PackId id,
        UnitPrice unitPrice,
        boolean included,
        Instant boughtAt,
        Instant validUntil,
        @Nullable Instant refundedAt,
        Balance balance) {

    /** What plans include first; then earliest expiry, then earliest purchase, then lowest id: a total order. */
    static final Comparator<Pack> DRAW_ORDER = Comparator.comparing(Pack::included)
            .reversed()
            .thenComparing(Pack::validUntil)
            .thenComparing(Pack::boughtAt)
            .thenComparing(Pack::id);

    boolean wasValidAt(Instant instant) {
        return !instant.isBefore(boughtAt) && instant.isBefore(validUntil) && !wasRefundedBy(instant);
    }

    private boolean wasRefundedBy(Instant instant) {
        return refundedAt != null && !instant.isBefore(refundedAt);
    }

    /** Eligibility is judged at the end of the call alone, however late its record arrives. */
    Minutes drawableFor(Instant endedAt) {
        return wasValidAt(endedAt) ? balance.drawable() : Minutes.ZERO;
    }

    /** Once it is refunded, whatever time somebody else's clock shows. */
    boolean isOverBy(Instant now) {
        return refundedAt != null || !validUntil.isAfter(now);
    }

    boolean lapsesBy(Instant now) {
        return isOverBy(now) && !balance.remaining().isZero();
    }

    Pack with(Balance newBalance) {
        return new Pack(id, unitPrice, included, boughtAt, validUntil, refundedAt, newBalance);
    }

    Pack refunded(PackRefunded event) {
        return new Pack(id, unitPrice, included, boughtAt, validUntil, event.refundedAt(), event.balance());
    }
}

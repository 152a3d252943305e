package io.minutebook.reporting.packs;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A pack as it stands at an instant: once its validity is over nothing remains, whether or not that is recorded yet.
 * What a month of a chat plan includes is a pack of its own.
 *
 * @param applicationId of bot messages alone, which the figures count then
 * @param included whether a plan includes it
 * @param boughtAt of what a plan includes the begin of the month
 */
public record PackView(
        PackId packId,
        ProductCode product,
        Meter meter,
        @Nullable Long applicationId,
        boolean included,
        Minutes granted,
        Minutes drawn,
        Minutes expired,
        Minutes refunded,
        Minutes remaining,
        UnitPrice unitPrice,
        Instant boughtAt,
        Instant validUntil,
        LocalDate lastDay,
        State state) {

    /** The order packs are drawn in: what plans include, earliest expiry, earliest purchase, lowest id. */
    static final Comparator<PackView> DRAW_ORDER = Comparator.comparing(PackView::included)
            .reversed()
            .thenComparing(PackView::validUntil)
            .thenComparing(PackView::boughtAt)
            .thenComparing(PackView::packId);

    /** Whether a pack still gives minutes, or why it gives none. */
    public enum State {
        ACTIVE,
        EXHAUSTED,
        EXPIRED,
        REFUNDED
    }

    /** Which packs are asked for. */
    public enum Filter {
        ALL,
        /** Validity ahead and not refunded. */
        ACTIVE,
        LAPSED;

        boolean admits(PackView pack) {
            boolean ahead = pack.state() == State.ACTIVE || pack.state() == State.EXHAUSTED;
            return switch (this) {
                case ALL -> true;
                case ACTIVE -> ahead;
                case LAPSED -> !ahead;
            };
        }
    }

    static PackView of(PackRow pack, Instant at) {
        var balance = pack.balance();
        boolean lapsed = !pack.validUntil().isAfter(at);
        return new PackView(
                pack.id(),
                pack.product(),
                pack.pool().meter(),
                pack.pool().applicationId(),
                pack.included(),
                balance.granted(),
                balance.drawn(),
                lapsed ? balance.expired().plus(balance.remaining()) : balance.expired(),
                balance.refunded(),
                lapsed ? Minutes.ZERO : balance.remaining(),
                pack.unitPrice(),
                pack.boughtAt(),
                pack.validUntil(),
                BusinessTime.dateOf(pack.validUntil().minusMillis(1)),
                stateOf(pack, lapsed));
    }

    private static State stateOf(PackRow pack, boolean lapsed) {
        if (pack.refundedAt() != null) return State.REFUNDED;
        if (lapsed) return State.EXPIRED;
        return pack.balance().remaining().isZero() ? State.EXHAUSTED : State.ACTIVE;
    }
}

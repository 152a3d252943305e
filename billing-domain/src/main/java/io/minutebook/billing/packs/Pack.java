package io.minutebook.billing.packs;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import io.minutebook.billing.Reminders;
import io.minutebook.billing.Reminders.Reminder;
import io.minutebook.billing.UnitPrice;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Minutes bought for one meter or bot messages granted to one application, usable in [boughtAt, validUntil).
 *
 * @param boughtAt of messages that a plan includes the begin of their month
 * @param included whether a plan includes them
 * @param toldPercent the lowest level of it that was told of; null before the first
 * @param remindedDays the last reminder of its end, in days before it; null before the first
 * @param refundedAt when it was given back for money, which ends its time; null where it was not
 */
public record Pack(
        PackId id,
        UnitPrice unitPrice,
        boolean included,
        Instant boughtAt,
        Instant validUntil,
        @Nullable Instant refundedAt,
        Balance balance,
        @Nullable Integer toldPercent,
        @Nullable Integer remindedDays) {

    /** What plans include first; then earliest expiry, then earliest purchase, then lowest id: a total order. */
    static final Comparator<Pack> DRAW_ORDER = Comparator.comparing(Pack::included)
            .reversed()
            .thenComparing(Pack::validUntil)
            .thenComparing(Pack::boughtAt)
            .thenComparing(Pack::id);

    static Pack granted(
            PackId id, UnitPrice unitPrice, boolean included, Instant from, Instant until, Minutes minutes) {
        return new Pack(id, unitPrice, included, from, until, null, Balance.granted(minutes), null, null);
    }

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

    /** A level is told of once, whatever comes back to the pack afterwards. */
    boolean tells(int percent) {
        return toldPercent == null || percent < toldPercent;
    }

    /** The end of what a plan includes is no news: another month follows. */
    List<Reminder> remindersBy(Instant now) {
        if (included || isOverBy(now) || balance.remaining().isZero()) return List.of();
        return Reminders.left(boughtAt, validUntil, remindedDays).stream()
                .filter(reminder -> !reminder.due().isAfter(now))
                .toList();
    }

    /** The next reminder of its end, or else the end. */
    Instant nextDue() {
        return included ? validUntil : Reminders.nextDue(boughtAt, validUntil, remindedDays);
    }

    Pack with(Balance newBalance) {
        return new Pack(
                id, unitPrice, included, boughtAt, validUntil, refundedAt, newBalance, toldPercent, remindedDays);
    }

    Pack told(int percent) {
        return new Pack(id, unitPrice, included, boughtAt, validUntil, refundedAt, balance, percent, remindedDays);
    }

    Pack reminded(int daysBefore) {
        return new Pack(id, unitPrice, included, boughtAt, validUntil, refundedAt, balance, toldPercent, daysBefore);
    }

    Pack refunded(PackRefunded event) {
        return new Pack(
                id, unitPrice, included, boughtAt, validUntil, event.refundedAt(), event.balance(), toldPercent,
                remindedDays);
    }
}

package io.minutebook.billing.refunds;

import static io.minutebook.billing.refunds.RefundRefusal.ACCOUNT_IN_VIOLATION;
import static io.minutebook.billing.refunds.RefundRefusal.ALREADY_REFUNDED;
import static io.minutebook.billing.refunds.RefundRefusal.EXPIRED;
import static io.minutebook.billing.refunds.RefundRefusal.EXPIRES_THIS_MONTH;
import static io.minutebook.billing.refunds.RefundRefusal.FIVE_DAYS_OVER;
import static io.minutebook.billing.refunds.RefundRefusal.FULL_REFUND_USED;
import static io.minutebook.billing.refunds.RefundRefusal.PRODUCT_NOT_REFUNDABLE;
import static io.minutebook.billing.refunds.RefundRefusal.PROMOTION_NOT_REFUNDABLE;
import static io.minutebook.billing.refunds.RefundRefusal.VETOED;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import java.time.LocalDate;
import java.util.Optional;

/** What stands against a refund; the strongest reason is told. */
record RefundObjections(RefundTerms terms, RefundCase asked) {

    record Objection(RefundRefusal reason, String detail) {}

    Optional<Objection> strongest() {
        return refunded()
                .or(this::inViolation)
                .or(this::vetoed)
                .or(this::inPromotion)
                .or(this::notRefundable)
                .or(this::expired)
                .or(this::expiresThisMonth)
                .or(this::daysOver)
                .or(this::fullRefundUsed);
    }

    private Optional<Objection> refunded() {
        return objection(asked.refunded(), ALREADY_REFUNDED, asked.resourceId() + " was refunded before.");
    }

    private Optional<Objection> inViolation() {
        return objection(
                terms.isBlocked(asked.standing()),
                ACCOUNT_IN_VIOLATION,
                "The account is " + asked.standing() + " for breaking the rules of access; appeal first.");
    }

    private Optional<Objection> vetoed() {
        return objection(asked.veto() != null, VETOED, "An operator forbids it: " + asked.veto());
    }

    private Optional<Objection> inPromotion() {
        return objection(
                asked.purchases().stream().anyMatch(purchase -> !purchase.refundable()),
                PROMOTION_NOT_REFUNDABLE,
                asked.resourceId() + " was bought in a promotion that rules refunds out.");
    }

    private Optional<Objection> notRefundable() {
        return switch (asked.held()) {
            case Held.OfMinutes pack -> objection(
                    !terms.meters().contains(pack.meter()),
                    PRODUCT_NOT_REFUNDABLE,
                    asked.product() + " is not taken back; its minutes last until its end.");
            case Held.OfNothing nothing -> objection(true, PRODUCT_NOT_REFUNDABLE, nothing.why());
            case Held.OfNumber _, Held.OfSeats _ -> Optional.empty();
        };
    }

    private Optional<Objection> expired() {
        return objection(!asked.held().isActiveAt(asked.at()), EXPIRED, asked.resourceId() + " has ended.");
    }

    /** A number that ends this month can only be given up. */
    private Optional<Objection> expiresThisMonth() {
        var lastDay = BusinessTime.lastDayBefore(asked.held().validUntil());
        return objection(
                asked.held() instanceof Held.OfNumber && month(lastDay).equals(BillingMonth.of(asked.at())),
                EXPIRES_THIS_MONTH,
                "The number ends on " + lastDay + "; deregister it, or let it run out.");
    }

    private static BillingMonth month(LocalDate day) {
        return BillingMonth.of(BusinessTime.startOf(day));
    }

    private Optional<Objection> daysOver() {
        if (!(asked.held() instanceof Held.OfSeats seats)) return Optional.empty();
        var lastDay = BusinessTime.dateOf(seats.boughtAt()).plusDays(terms.fullRefundDays());
        return objection(
                BusinessTime.dateOf(asked.at()).isAfter(lastDay),
                FIVE_DAYS_OVER,
                "Seats are taken back through " + lastDay + " only; they last until their end.");
    }

    private Optional<Objection> fullRefundUsed() {
        return objection(
                asked.held() instanceof Held.OfSeats && asked.fullRefundUsed(),
                FULL_REFUND_USED,
                "The legal entity had its one full refund of seats.");
    }

    private static Optional<Objection> objection(boolean stands, RefundRefusal reason, String detail) {
        return stands ? Optional.of(new Objection(reason, detail)) : Optional.empty();
    }
}

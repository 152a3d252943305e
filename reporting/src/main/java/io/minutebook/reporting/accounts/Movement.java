package io.minutebook.reporting.accounts;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.VoucherId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of one balance.
 *
 * @param at when it took effect; a month's movements are those with a time in it
 * @param amount what came in; negative for what went out
 * @param balance what the account then held of the kind
 * @param reference under which the payer knows a credit
 * @param voucherId the voucher it moved, where the kind is VOUCHER
 * @param refundId by which it came back, where the reason is REFUNDED
 */
public record Movement(
        Instant at,
        Kind kind,
        Money amount,
        Money balance,
        Reason reason,
        @Nullable String reference,
        @Nullable OrderId orderId,
        @Nullable VoucherId voucherId,
        @Nullable RefundId refundId,
        Event event) {

    /** What a balance is kept of. */
    public enum Kind {
        CASH,
        GIFT,
        REVENUE_SHARE,
        VOUCHER
    }

    /** Why a balance changed. */
    public enum Reason {
        CREDITED,
        VOUCHER_ISSUED,
        ORDER_PAID,
        /** Money of a refund that came back. */
        REFUNDED,
        /** What was left on a voucher when its validity was over; its event is the one that issued it. */
        VOUCHER_LAPSED
    }

    /** The event a movement follows from. */
    public record Event(long position, String type) {}
}

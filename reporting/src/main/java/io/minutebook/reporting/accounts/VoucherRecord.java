package io.minutebook.reporting.accounts;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.VoucherId;
import io.minutebook.reporting.accounts.Movement.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A voucher with all that happened to it, oldest first.
 *
 * @param amount what it was given with
 * @param left what can still be used of it; nothing once it has lapsed
 * @param minimumSpend what the lines that it may pay must come to; null where any amount will do
 * @param products those that it may pay; empty where it may pay all
 */
public record VoucherRecord(
        VoucherId voucherId,
        Money amount,
        Money left,
        State state,
        @Nullable Instant validUntil,
        @Nullable Money minimumSpend,
        List<ProductCode> products,
        List<Entry> history) {

    public VoucherRecord {
        products = List.copyOf(products);
        history = List.copyOf(history);
    }

    /** Whether a voucher can be used, or why not. */
    public enum State {
        USABLE,
        USED_UP,
        EXPIRED
    }

    /** What can happen to a voucher. */
    public enum Happening {
        ISSUED,
        USED,
        EXPIRED
    }

    /**
     * One thing that happened.
     *
     * @param amount it was given with, that was used, or that lapsed
     * @param orderId the order that it was used on
     */
    public record Entry(
            Instant at, Happening what, Money amount, Money left, @Nullable OrderId orderId, Event event) {}

    VoucherRecord then(Entry entry) {
        var all = new ArrayList<>(history);
        all.add(entry);
        var then = entry.what() == Happening.EXPIRED ? State.EXPIRED : stateWith(entry.left());
        return new VoucherRecord(
                voucherId, amount, entry.left(), then, validUntil, minimumSpend, products, all);
    }

    private static State stateWith(Money left) {
        return left.isZero() ? State.USED_UP : State.USABLE;
    }

    /** It has lapsed with the end of its validity, whether or not that is recorded yet. */
    VoucherRecord seenAt(Instant now) {
        boolean isOver = state == State.USABLE && validUntil != null && !validUntil.isAfter(now);
        return isOver
                ? new VoucherRecord(
                        voucherId, amount, Money.ZERO, State.EXPIRED, validUntil, minimumSpend, products, history)
                : this;
    }
}

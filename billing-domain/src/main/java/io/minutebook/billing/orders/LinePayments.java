package io.minutebook.billing.orders;

import io.minutebook.billing.Money;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.account.VoucherUse;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which part of each line was paid from where. Each line in turn is split over what is still unspent of cash,
 * gift, revenue share and voucher, in proportion: each running total is rounded half up and the parts are the
 * differences. The parts of a line sum to its amount, those of a kind to what was paid of it, and none is
 * negative.
 */
final class LinePayments {

    private Paid unspent;

    private LinePayments(Paid paid) {
        this.unspent = paid;
    }

    static List<Paid> split(List<Money> amounts, Paid paid) {
        if (!Money.sum(amounts).equals(paid.total())) {
            throw new IllegalArgumentException(paid.total() + " paid for lines of " + Money.sum(amounts));
        }
        var payments = new LinePayments(paid);
        var parts = new ArrayList<Paid>();
        for (var amount : amounts) parts.add(payments.take(amount));
        return parts;
    }

    /** What vouchers of some products pay of a line is theirs alone; all else is split as above. */
    static List<Paid> split(List<Money> amounts, Paid paid, List<VoucherUse> uses) {
        var bound = new ArrayList<>(Collections.nCopies(amounts.size(), Money.ZERO));
        for (var use : uses) {
            for (var share : use.shares()) bound.set(share.line(), bound.get(share.line()).plus(share.amount()));
        }
        var free = new Paid(
                paid.voucher().minus(Money.sum(bound)), paid.gift(), paid.revenueShare(), paid.cash());
        var open = new ArrayList<Money>();
        for (int line = 0; line < amounts.size(); line++) open.add(amounts.get(line).minus(bound.get(line)));
        var parts = new ArrayList<>(split(open, free));
        for (int line = 0; line < parts.size(); line++) {
            parts.set(line, withVoucher(parts.get(line), bound.get(line)));
        }
        return parts;
    }

    private static Paid withVoucher(Paid part, Money more) {
        return new Paid(part.voucher().plus(more), part.gift(), part.revenueShare(), part.cash());
    }

    private Paid take(Money amount) {
        var cash = upTo(amount, unspent.cash());
        var gift = upTo(amount, unspent.cash().plus(unspent.gift()));
        var revenueShare = upTo(amount, unspent.total().minus(unspent.voucher()));
        var part = new Paid(
                amount.minus(revenueShare), gift.minus(cash), revenueShare.minus(gift), cash);
        unspent = new Paid(
                unspent.voucher().minus(part.voucher()),
                unspent.gift().minus(part.gift()),
                unspent.revenueShare().minus(part.revenueShare()),
                unspent.cash().minus(part.cash()));
        return part;
    }

    /** The share of the amount that falls on the kinds so far, rounded half up to the fen. */
    private Money upTo(Money amount, Money kindsSoFar) {
        if (amount.isZero()) return Money.ZERO;
        var share = amount.toYuan().multiply(kindsSoFar.toYuan());
        return Money.rounded(share.divide(unspent.total().toYuan(), 2, RoundingMode.HALF_UP));
    }
}

package io.minutebook.billing.refunds;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.Money;
import io.minutebook.billing.account.Paid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Splits a refund over cash, gift and revenue share, in proportion to what each paid of each purchase. The total is
 * rounded once, half up; each part is its whole fen and at most one of those still missing, the largest remainders
 * first, cash before gift before revenue share among equals. So the parts sum to the total, and none exceeds what it
 * paid.
 */
final class Shares {

    private final List<RefundLine> lines;

    Shares(List<RefundLine> lines) {
        this.lines = lines;
    }

    Split split() {
        var exact = List.of(of(Paid::cash), of(Paid::gift), of(Paid::revenueShare));
        var parts = new ArrayList<>(exact.stream().map(Fraction::wholeFen).toList());
        long missing = Fraction.sum(exact).rounded().minus(Money.sum(parts)).fen();
        for (int kind : byRemainder(exact).subList(0, Math.toIntExact(missing))) {
            parts.set(kind, parts.get(kind).plus(new Money(1)));
        }
        return new Split(parts.get(0), parts.get(1), parts.get(2));
    }

    private Fraction of(Function<Paid, Money> kind) {
        return Fraction.sum(lines.stream()
                .filter(line -> line.purchase().returnable().isPositive())
                .map(line -> line.refund()
                        .times(Fraction.of(kind.apply(line.purchase().paid())))
                        .per(Fraction.of(line.purchase().returnable())))
                .toList());
    }

    private static List<Integer> byRemainder(List<Fraction> exact) {
        Comparator<Integer> byRemainder = Comparator.comparing(kind -> remainder(exact.get(kind)));
        return IntStream.range(0, exact.size()).boxed().sorted(byRemainder.reversed()).toList();
    }

    private static Fraction remainder(Fraction amount) {
        return amount.minus(Fraction.of(amount.wholeFen()));
    }
}

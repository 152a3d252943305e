package io.minutebook.billing.orders;

import io.minutebook.billing.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Exact prices as whole fen: the total is rounded once, half up, and each line gets its whole fen plus at
 * most one of those still missing, the largest remainders first and the earlier line among equals.
 */
final class RoundedLines {

    private final List<BigDecimal> exact;

    RoundedLines(List<BigDecimal> exact) {
        this.exact = List.copyOf(exact);
    }

    Money total() {
        return Money.rounded(exact.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    List<Money> amounts() {
        var amounts = new ArrayList<>(exact.stream().map(RoundedLines::wholeFen).toList());
        long missing = total().minus(Money.sum(amounts)).fen();
        for (int line : byRemainder().subList(0, Math.toIntExact(missing))) {
            amounts.set(line, amounts.get(line).plus(new Money(1)));
        }
        return amounts;
    }

    private List<Integer> byRemainder() {
        var byRemainder = Comparator.comparing(this::remainder).reversed();
        return IntStream.range(0, exact.size()).boxed().sorted(byRemainder).toList();
    }

    private BigDecimal remainder(Integer line) {
        return exact.get(line).subtract(wholeFen(exact.get(line)).toYuan());
    }

    private static Money wholeFen(BigDecimal yuan) {
        return Money.rounded(yuan.setScale(2, RoundingMode.FLOOR));
    }
}

package io.minutebook.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of Chinese yuan in whole fen; may be negative, as on a refund line. */
public record Money(long fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** Rounds an exact amount in yuan to the fen, half up: the one place where money is rounded. */
    public static Money rounded(BigDecimal yuan) {
        return new Money(yuan.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    /** Reads {@code "4260.00"}; more than two decimals are an {@link ArithmeticException}. */
    public static Money yuan(String text) {
        return new Money(new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY).unscaledValue().longValueExact());
    }

    public static Money sum(Iterable<Money> amounts) {
        var total = ZERO;
        for (var amount : amounts) total = total.plus(amount);
        return total;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** The other way round. */
    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean exceeds(Money other) {
        return fen > other.fen;
    }

    public BigDecimal toYuan() {
        return BigDecimal.valueOf(fen, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** In yuan with two decimals, as in {@code 4260.00}. */
    @Override
    public String toString() {
        return toYuan().toPlainString();
    }
}

package io.minutebook.billing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact amount in yuan, or an exact rate: a third of a yuan has no last decimal. The denominator is positive. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    private static final int DECIMALS_SHOWN = 8;

    public Fraction {
        if (denominator.signum() <= 0) throw new IllegalArgumentException("a denominator of " + denominator);
        var common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction of(BigDecimal value) {
        var scale = Math.max(0, value.scale());
        return new Fraction(value.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }

    public static Fraction of(Money money) {
        return of(money.fen(), 100);
    }

    public static Fraction sum(Iterable<Fraction> parts) {
        var total = ZERO;
        for (var part : parts) total = total.plus(part);
        return total;
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction times(long factor) {
        return times(of(factor, 1));
    }

    public Fraction per(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction orZero() {
        return numerator.signum() < 0 ? ZERO : this;
    }

    /** To the fen, half up: done once, at a total. */
    public Money rounded() {
        return Money.rounded(decimal(2, RoundingMode.HALF_UP));
    }

    /** The whole fen of an amount that is not negative. */
    public Money wholeFen() {
        return Money.rounded(decimal(2, RoundingMode.FLOOR));
    }

    private BigDecimal decimal(int scale, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, rounding);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** As a decimal of at least two and at most eight places, as in {@code 1577.691} or {@code 43.09392265}. */
    @Override
    public String toString() {
        var plain = decimal(DECIMALS_SHOWN, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString();
    }
}

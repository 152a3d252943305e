package io.minutebook.billing.orders;

import io.minutebook.billing.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** An amount in yuan over whole days, exactly, for a third of a yuan has no last decimal. */
record Fraction(BigDecimal numerator, BigDecimal denominator) {

    private static final Fraction ZERO = new Fraction(BigDecimal.ZERO, BigDecimal.ONE);

    Fraction(BigDecimal numerator, long denominator) {
        this(numerator, BigDecimal.valueOf(denominator));
    }

    static Fraction sum(List<DayShare> shares) {
        return shares.stream().map(DayShare::exact).reduce(ZERO, Fraction::plus);
    }

    private Fraction plus(Fraction other) {
        if (denominator.compareTo(other.denominator) == 0) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction times(BigDecimal factor) {
        return new Fraction(numerator.multiply(factor), denominator);
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    /** To the fen, half up. */
    Money rounded() {
        return Money.rounded(numerator.divide(denominator, 2, RoundingMode.HALF_UP));
    }
}

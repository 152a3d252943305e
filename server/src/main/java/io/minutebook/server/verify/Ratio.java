package io.minutebook.server.verify;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact number of fen; the denominator is positive. */
record Ratio(BigInteger numerator, BigInteger denominator) {

    static final Ratio ZERO = of(0);

    static Ratio of(long whole) {
        return new Ratio(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /** As in {@code 9/10}. */
    static Ratio parse(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2) throw new Misshapen(text + " is no fraction");
        return new Ratio(new BigInteger(parts[0]), new BigInteger(parts[1]));
    }

    /** A price in yuan. */
    static Ratio ofYuan(String price) {
        var fen = new BigDecimal(price).movePointRight(2);
        int scale = Math.max(0, fen.scale());
        return new Ratio(fen.setScale(scale).unscaledValue(), BigInteger.TEN.pow(scale));
    }

    Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Ratio times(long numerator, long denominator) {
        return times(new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
    }

    Ratio orZero() {
        return numerator.signum() < 0 ? ZERO : this;
    }

    boolean isSameAs(Ratio other) {
        return minus(other).numerator.signum() == 0;
    }

    /** Whole fen, of what is not negative. */
    long floor() {
        return numerator.divide(denominator).longValueExact();
    }

    /** Half up, of what is not negative. */
    long rounded() {
        return plus(new Ratio(BigInteger.ONE, BigInteger.TWO)).floor();
    }

    /** Which of two numbers is larger. */
    int compare(Ratio other) {
        return minus(other).numerator.signum();
    }
}

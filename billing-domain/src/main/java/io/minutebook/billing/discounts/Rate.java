package io.minutebook.billing.discounts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The part of the list price that is paid, such as 0.8 at 20% off: above 0, for nothing is free by oversight, and at
 * most 1, with at most four decimals.
 */
public record Rate(BigDecimal factor) {

    private static final int SCALE = 4;

    public Rate {
        if (factor.signum() <= 0 || factor.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a rate of " + factor);
        }
        factor = factor.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    public static Rate of(String factor) {
        return new Rate(new BigDecimal(factor));
    }

    /** Without trailing zeros, as in {@code 0.8}. */
    @Override
    public String toString() {
        return factor.stripTrailingZeros().toPlainString();
    }
}

package io.minutebook.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The exact price of one unit in yuan, such as 0.0167 for a minute; never rounded, compared by value. */
public record UnitPrice(BigDecimal yuan) {

    private static final int SCALE = 8;

    public UnitPrice {
        if (yuan.signum() < 0) throw new IllegalArgumentException("negative unit price: " + yuan);
        yuan = yuan.setScale(SCALE, RoundingMode.UNNECESSARY);
    }

    public static UnitPrice of(String yuan) {
        return new UnitPrice(new BigDecimal(yuan));
    }

    /** Exact; the caller rounds once, at the payable total. */
    public BigDecimal times(long quantity) {
        return yuan.multiply(BigDecimal.valueOf(quantity));
    }

    /** The price of one of several pieces; an {@link ArithmeticException} where it has no exact eight decimals. */
    public UnitPrice per(long pieces) {
        return new UnitPrice(yuan.divide(BigDecimal.valueOf(pieces), SCALE, RoundingMode.UNNECESSARY));
    }

    /** In yuan without trailing zeros but at least two decimals, as in {@code 0.145} or {@code 50.00}. */
    @Override
    public String toString() {
        var plain = yuan.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }
}

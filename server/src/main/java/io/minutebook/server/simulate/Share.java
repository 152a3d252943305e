package io.minutebook.server.simulate;

import java.math.BigDecimal;

/** A share in hundredths of a percent, from nothing to all: exact, for binary fractions are not. */
public record Share(int permyriad) {

    public static final Share NONE = new Share(0);
    private static final int WHOLE = 10_000;

    public Share {
        if (permyriad < 0 || permyriad > WHOLE) {
            throw new IllegalArgumentException("a share is 0 to 100 percent");
        }
    }

    /**
     * Reads a percentage.
     *
     * @param text such as {@code 5} or {@code 0.25}, at most two decimals
     */
    public static Share ofPercent(String text) {
        try {
            return new Share(new BigDecimal(text).movePointRight(2).intValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("a share is 0 to 100 percent with two decimals at most", e);
        }
    }

    /** Of so many things, rounded down. */
    long of(long count) {
        return count / WHOLE * permyriad + count % WHOLE * permyriad / WHOLE;
    }

    /** Whether the thing whose choice is drawn belongs to the share. */
    boolean takes(Dice dice) {
        return dice.below(WHOLE) < permyriad;
    }
}

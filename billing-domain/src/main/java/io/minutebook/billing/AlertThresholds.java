package io.minutebook.billing;

import java.util.List;

/**
 * Where an account is told that something runs short.
 *
 * @param packPercents what is left of a pack, in whole percent of what was granted; each is told once per pack
 * @param lowFunds all funds together below it are low; nobody is told where it is zero
 */
public record AlertThresholds(List<Integer> packPercents, Money lowFunds) {

    /** Nobody is told of anything. */
    public static final AlertThresholds NONE = new AlertThresholds(List.of(), Money.ZERO);

    private static final int WHOLE = 100;

    public AlertThresholds {
        packPercents = List.copyOf(packPercents);
        if (packPercents.stream().anyMatch(percent -> percent < 0 || percent >= WHOLE)) {
            throw new IllegalArgumentException("0 to 99 percent of a pack expected: " + packPercents);
        }
        if (lowFunds.fen() < 0) throw new IllegalArgumentException("low funds below zero");
    }
}

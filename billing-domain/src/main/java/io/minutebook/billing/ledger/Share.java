package io.minutebook.billing.ledger;

import io.minutebook.billing.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The part of an amount that falls on so many of its units, to the fen, half up. What is posted is the difference of
 * two such totals, so that nothing is lost by rounding, in whatever steps the units go: all of them are the whole.
 */
final class Share {

    private Share() {}

    static Money of(Money whole, long units, long allUnits) {
        if (units < 0 || units > allUnits) throw new IllegalArgumentException(units + " of " + allUnits);
        var exact = whole.toYuan().multiply(BigDecimal.valueOf(units));
        return Money.rounded(exact.divide(BigDecimal.valueOf(allUnits), 2, RoundingMode.HALF_UP));
    }
}

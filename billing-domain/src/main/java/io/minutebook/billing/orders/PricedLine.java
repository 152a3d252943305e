package io.minutebook.billing.orders;

import java.math.BigDecimal;

/**
 * A line at its exact prices, which are rounded together with those of the other lines.
 *
 * @param listed before discount
 * @param exact what it costs
 */
record PricedLine(QuotedLine line, BigDecimal listed, BigDecimal exact) {

    /** A price by days was rounded where it was worked out. */
    static PricedLine calculated(QuotedLine line, Calculation how) {
        return new PricedLine(line.calculated(how), how.listPrice().toYuan(), how.amount().toYuan());
    }

    boolean isAtListPrice() {
        return listed.compareTo(exact) == 0;
    }
}

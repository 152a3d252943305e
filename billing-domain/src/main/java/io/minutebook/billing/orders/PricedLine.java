package io.minutebook.billing.orders;

import java.math.BigDecimal;

/** A line at its exact price, which is rounded together with those of the other lines. */
record PricedLine(QuotedLine line, BigDecimal exact) {

    /** A price by days was rounded where it was worked out. */
    static PricedLine calculated(QuotedLine line, Calculation how) {
        return new PricedLine(line.calculated(how), how.amount().toYuan());
    }
}

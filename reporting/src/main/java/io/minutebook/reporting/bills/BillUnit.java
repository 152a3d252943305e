package io.minutebook.reporting.bills;

import io.minutebook.billing.orders.OrderLine;

/** What the quantity of a bill line counts. */
public enum BillUnit {
    PACK,
    PIECE,
    MINUTE;

    static BillUnit of(OrderLine line) {
        return line.minutes() == null && line.messages() == null ? PIECE : PACK;
    }
}

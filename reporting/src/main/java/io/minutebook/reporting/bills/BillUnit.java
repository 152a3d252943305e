package io.minutebook.reporting.bills;

import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.refunds.RefundedResource;
import io.minutebook.billing.usage.Meter;

/** What the quantity of a bill line counts. */
public enum BillUnit {
    PACK,
    PIECE,
    MINUTE,
    MESSAGE;

    static BillUnit of(OrderLine line) {
        return line.minutes() == null && line.messages() == null ? PIECE : PACK;
    }

    static BillUnit of(RefundedResource resource) {
        return resource.meter() == null ? PIECE : PACK;
    }

    /** What usage of a meter is counted in. */
    static BillUnit of(Meter meter) {
        return meter == Meter.BOT_MESSAGES ? MESSAGE : MINUTE;
    }
}

package io.minutebook.reporting.bills;

import io.minutebook.billing.usage.Meter;

/** What a line of the detailed bill is about. */
public enum BillComponent {
    /** What a resource costs. */
    PRICE,
    /** Minutes that usage of the month drew from one pack. */
    PACK_MINUTES,
    /** Minutes that usage of the month wanted and no pack covered; they cost nothing. */
    UNCOVERED_MINUTES,
    /** Bot messages that usage of the month drew from those its month of a plan includes. */
    INCLUDED_MESSAGES,
    /** Bot messages that usage of the month drew from one pack. */
    PACK_MESSAGES,
    /** Bot messages of the month that neither a plan nor a pack covered; they cost nothing. */
    UNCOVERED_MESSAGES;

    static BillComponent drawn(Meter meter, boolean included) {
        if (meter != Meter.BOT_MESSAGES) return PACK_MINUTES;
        return included ? INCLUDED_MESSAGES : PACK_MESSAGES;
    }

    static BillComponent uncovered(Meter meter) {
        return meter == Meter.BOT_MESSAGES ? UNCOVERED_MESSAGES : UNCOVERED_MINUTES;
    }
}

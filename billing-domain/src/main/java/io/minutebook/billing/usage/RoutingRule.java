package io.minutebook.billing.usage;

import org.jspecify.annotations.Nullable;

/** A row of the table by which records find their meter; rows are tried in this order and the first that fits wins. */
public enum RoutingRule {
    /** Both ends are inside the contact centre. */
    STAYS_INSIDE(1, Meter.UNMETERED),
    /** The customer's own number: its carrier charges for it. */
    CUSTOMER_NUMBER(2, Meter.UNMETERED),
    /** A 400 number only receives. */
    NUM400_OUTBOUND(3, null),
    TELEPHONE_OUTBOUND(4, Meter.LANDLINE_OUTBOUND),
    TELEPHONE_INBOUND(5, Meter.LANDLINE_INBOUND),
    NUM400_INBOUND(6, Meter.TOLL_FREE_INBOUND),
    NETWORK_AUDIO(7, Meter.AUDIO),
    /** No price exists. */
    NETWORK_VIDEO(8, Meter.UNMETERED),
    RECOGNISED_AT_ONCE(9, Meter.REALTIME_ASR),
    RECOGNISED_LATER(10, Meter.OFFLINE_ASR),
    BOT_MESSAGES(11, Meter.BOT_MESSAGES);

    private final int row;
    private final @Nullable Meter meter;

    RoutingRule(int row, @Nullable Meter meter) {
        this.row = row;
        this.meter = meter;
    }

    /** Its number in the table, from 1 on. */
    public int row() {
        return row;
    }

    /** Null where such a record is refused. */
    public @Nullable Meter meter() {
        return meter;
    }
}

package io.minutebook.server.simulate;

import io.minutebook.billing.usage.Meter;

/**
 * A telephone number that a contact centre is reached by or calls from, and what calls on it count towards.
 */
record ServiceNumber(String number, String type, String ownership) {

    static final String TOLL_FREE = "NUM400";

    /**
     * A customer's own number costs nothing, a call to a landline number neither; a 400 number only receives.
     */
    Meter meterOf(String direction) {
        if (ownership.equals("CUSTOMER")) return Meter.UNMETERED;
        if (type.equals(TOLL_FREE)) return Meter.TOLL_FREE_INBOUND;
        return direction.equals("INBOUND") ? Meter.LANDLINE_INBOUND : Meter.LANDLINE_OUTBOUND;
    }
}

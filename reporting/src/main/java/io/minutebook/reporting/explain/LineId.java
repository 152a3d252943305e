package io.minutebook.reporting.explain;

import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.usage.Meter;
import io.minutebook.reporting.bills.BillLine;
import io.minutebook.reporting.bills.TransactionType;
import java.util.ArrayList;
import java.util.List;

/**
 * Names a line of a bill by what it says itself, so that it keeps its name whatever lines come before it:
 * {@code PURCHASE.O000000000001.P000000000002}, {@code USAGE.AUDIO.P000000000002}, and {@code USAGE.AUDIO} for what no
 * pack covered.
 */
public record LineId(String value) {

    public static LineId of(BillLine line) {
        var parts = new ArrayList<String>(List.of(line.transactionType().name()));
        if (line.transactionType() == TransactionType.USAGE) parts.add(String.valueOf(line.subProduct()));
        else parts.add(String.valueOf(line.orderId()));
        if (line.resourceId() != null) parts.add(line.resourceId());
        return new LineId(String.join(".", parts));
    }

    static LineId of(OrderId order, OrderLine line) {
        return new LineId(TransactionType.of(line.transaction()) + "." + order + "." + line.resourceId());
    }

    /** What usage drew from a pack. */
    public static LineId ofDraws(Meter meter, PackId pack) {
        return new LineId("USAGE." + meter + "." + pack);
    }

    static LineId ofUncovered(Meter meter) {
        return new LineId("USAGE." + meter);
    }

    @Override
    public String toString() {
        return value;
    }
}

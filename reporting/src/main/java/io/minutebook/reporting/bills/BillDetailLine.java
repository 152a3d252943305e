package io.minutebook.reporting.bills;

import io.minutebook.billing.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * A line of the detailed bill: measured = deducted + uncovered. The quantities of a price are null.
 *
 * @param measured minutes, or bot messages, of the month's usage, each record rounded up by itself
 * @param deducted the part of them that packs gave
 * @param remaining what the usage up to this month left in the pack when the month was over; nothing once it has lapsed
 */
public record BillDetailLine(
        BillLine line,
        BillComponent component,
        @Nullable Minutes measured,
        @Nullable Minutes deducted,
        @Nullable Minutes remaining) {

    static BillDetailLine priceOf(BillLine line) {
        return new BillDetailLine(line, BillComponent.PRICE, null, null, null);
    }
}

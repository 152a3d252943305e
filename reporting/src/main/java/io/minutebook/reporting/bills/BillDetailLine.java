package io.minutebook.reporting.bills;

import org.jspecify.annotations.Nullable;

/**
 * A line of the detailed bill: measured = deducted + uncovered, below zero where late lines took back more than the month
 * used. The quantities of a price are null.
 *
 * @param measured minutes, or bot messages, of the month's usage, each record rounded up by itself
 * @param deducted the part of them that packs gave
 * @param remaining what the usage up to this month left in the pack when the month was over; nothing once it has lapsed
 */
public record BillDetailLine(
        BillLine line,
        BillComponent component,
        @Nullable Long measured,
        @Nullable Long deducted,
        @Nullable Long remaining) {

    static BillDetailLine priceOf(BillLine line) {
        return new BillDetailLine(line, BillComponent.PRICE, null, null, null);
    }
}

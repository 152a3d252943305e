package io.minutebook.reporting.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthFigures;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One month as the ledger's events tell of it. What is not known yet is null.
 *
 * @param position of the event that closed it
 * @param sha256 of the manifest of its files
 * @param openDeadLetters when it was closed
 */
public record MonthView(
        BillingMonth month,
        MonthState state,
        @Nullable Instant closedAt,
        @Nullable Long position,
        @Nullable MonthFigures figures,
        @Nullable String sha256,
        @Nullable Long openDeadLetters) {

    /** With what its files come to so far. */
    public MonthView with(MonthFigures soFar) {
        return new MonthView(month, state, closedAt, position, soFar, sha256, openDeadLetters);
    }

    /** Of a month that is not closed, whose close may have begun. */
    public MonthView openWith(boolean isBegun, long letters) {
        return new MonthView(month, isBegun ? MonthState.CLOSING : state, null, null, null, null, letters);
    }

    static MonthView untold(BillingMonth month, MonthState state) {
        return new MonthView(month, state, null, null, null, null, null);
    }
}

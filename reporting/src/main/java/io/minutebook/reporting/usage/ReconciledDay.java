package io.minutebook.reporting.usage;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import java.time.LocalDate;

/**
 * One day's minutes of one meter, as the rows of the usage detail say, beside what the packs say.
 *
 * @param minutes what the rows bill: drawn + uncovered; bot messages where that is the meter
 * @param packs what packs gave less what they got back, and what was asked of them in vain
 * @param agrees whether both sides are equal in all three figures
 */
public record ReconciledDay(
        LocalDate date, Meter meter, Minutes minutes, Minutes drawn, Minutes uncovered, Side packs, boolean agrees) {

    /** Minutes as one side says: minutes = drawn + uncovered. */
    public record Side(Minutes minutes, Minutes drawn, Minutes uncovered) {}

    static ReconciledDay of(LocalDate date, Meter meter, Side rows, Side packs) {
        return new ReconciledDay(
                date, meter, rows.minutes(), rows.drawn(), rows.uncovered(), packs, rows.equals(packs));
    }
}

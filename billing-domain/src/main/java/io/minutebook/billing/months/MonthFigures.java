package io.minutebook.billing.months;

import io.minutebook.billing.usage.Meter;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a month comes to over all accounts.
 *
 * @param rows of usage detail
 * @param minutesByMeter billed minutes, or bot messages where that is the meter; what late lines took back is taken off
 * @param totals of all bills
 */
public record MonthFigures(long rows, SortedMap<Meter, Long> minutesByMeter, MonthTotals totals) {

    public static final MonthFigures NONE = new MonthFigures(0, new TreeMap<>(), MonthTotals.ZERO);

    public MonthFigures {
        minutesByMeter = Collections.unmodifiableSortedMap(new TreeMap<>(minutesByMeter));
    }

    /** Those of one more file of usage detail. */
    public MonthFigures plusUsage(long moreRows, Map<Meter, Long> more) {
        var minutes = new TreeMap<>(minutesByMeter);
        more.forEach((meter, count) -> minutes.merge(meter, count, Math::addExact));
        return new MonthFigures(rows + moreRows, minutes, totals);
    }

    /** Those of one more bill. */
    public MonthFigures plusBill(MonthTotals more) {
        return new MonthFigures(rows, minutesByMeter, totals.plus(more));
    }
}

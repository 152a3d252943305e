package io.minutebook.reporting.usage;

import io.minutebook.billing.usage.Meter;
import java.math.BigDecimal;

/**
 * What a month's rows of one meter sum up to: billed = drawn + uncovered, in minutes, or bot messages where that is the
 * meter.
 *
 * @param seconds the sum of their durations; three decimals
 */
public record UsageTotal(Meter meter, long records, BigDecimal seconds, long billed, long drawn, long uncovered) {

    UsageTotal plus(UsageRow row) {
        var duration = row.durationSeconds();
        return new UsageTotal(
                meter,
                records + 1,
                duration == null ? seconds : seconds.add(duration),
                billed + row.billedMinutes(),
                drawn + row.drawnMinutes(),
                uncovered + row.uncoveredMinutes());
    }

    static UsageTotal none(Meter meter) {
        return new UsageTotal(meter, 0, BigDecimal.valueOf(0, 3), 0, 0, 0);
    }
}

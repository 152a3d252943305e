package io.minutebook.reporting.usage;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import java.math.BigDecimal;

/**
 * What a month's rows of one meter sum up to: billed = drawn + uncovered.
 *
 * @param seconds the sum of their durations; three decimals
 */
public record UsageTotal(
        Meter meter, long records, BigDecimal seconds, Minutes billed, Minutes drawn, Minutes uncovered) {

    UsageTotal plus(UsageRow row) {
        var duration = row.durationSeconds();
        return new UsageTotal(
                meter,
                records + 1,
                duration == null ? seconds : seconds.add(duration),
                billed.plus(row.billedMinutes()),
                drawn.plus(row.drawnMinutes()),
                uncovered.plus(row.uncoveredMinutes()));
    }

    static UsageTotal none(Meter meter) {
        return new UsageTotal(meter, 0, BigDecimal.valueOf(0, 3), Minutes.ZERO, Minutes.ZERO, Minutes.ZERO);
    }
}

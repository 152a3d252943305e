package io.minutebook.reporting.usage;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What was used from a day to another, both included: every meter, also those without usage.
 *
 * @param activeAgents how many different agents had a call leg that ended on these days
 */
public record UsageSums(LocalDate from, LocalDate to, List<OfMeter> meters, long activeAgents) {

    public UsageSums {
        meters = List.copyOf(meters);
    }

    /**
     * The usage of one meter.
     *
     * @param calls records of it, answered or not: call legs, recognitions, batches of messages
     * @param talkSeconds the sum of their durations; three decimals
     * @param billedMinutes bot messages where that is the meter
     */
    public record OfMeter(Meter meter, long calls, BigDecimal talkSeconds, Minutes billedMinutes) {

        static OfMeter none(Meter meter) {
            return new OfMeter(meter, 0, BigDecimal.valueOf(0, 3), Minutes.ZERO);
        }
    }
}

package io.minutebook.reporting.usage;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.usage.Meter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What was used on each day and meter, in this order; days and meters without usage are left out.
 *
 * @param activeAgents how many different agents had a call leg that ended on these days
 */
public record UsageStatistics(LocalDate from, LocalDate to, List<Day> days, long activeAgents) {

    public UsageStatistics {
        days = List.copyOf(days);
    }

    /**
     * One day's usage of one meter.
     *
     * @param calls records of it, answered or not: call legs, recognitions, batches of messages
     * @param talkSeconds the sum of their durations; three decimals
     * @param billedMinutes bot messages where that is the meter
     */
    public record Day(LocalDate date, Meter meter, long calls, BigDecimal talkSeconds, Minutes billedMinutes) {}
}

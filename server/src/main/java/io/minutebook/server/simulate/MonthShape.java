package io.minutebook.server.simulate;

import io.minutebook.billing.BusinessTime;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * When contacts begin: mostly between 08:00 and 21:00 on working days in Asia/Shanghai, in the order of their
 * numbers.
 */
final class MonthShape {

    /** How busy each hour of a day is. */
    private static final int[] HOURS = {
        1, 1, 1, 1, 1, 1, 2, 6, 30, 60, 70, 60, 40, 55, 65, 65, 60, 50, 35, 30, 25, 8, 4, 2
    };
    /** How busy each day of the week is, from Monday. */
    private static final int[] DAYS = {11, 10, 10, 10, 10, 5, 3};

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final Instant from;
    private final Instant until;
    private final int[] weights;
    /** The weighted milliseconds before each hour of the month. */
    private final long[] reached;

    MonthShape(YearMonth month) {
        this.from = BusinessTime.startOf(month.atDay(1));
        this.until = BusinessTime.startOf(month.plusMonths(1).atDay(1));
        this.weights = new int[(int) Duration.between(from, until).toHours()];
        this.reached = new long[weights.length + 1];
        for (int hour = 0; hour < weights.length; hour++) {
            var local = from.plusMillis(hour * HOUR_MILLIS).atZone(BusinessTime.ZONE);
            weights[hour] = HOURS[local.getHour()] * DAYS[local.getDayOfWeek().getValue() - 1];
            reached[hour + 1] = reached[hour] + weights[hour] * HOUR_MILLIS;
        }
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    /**
     * The beginning of the contact with this number, of so many; it never lies before that of a lower number.
     */
    Instant beginningOf(long number, long of, Dice dice) {
        long whole = reached[weights.length];
        long place = whole / of * number + whole % of * number / of + dice.below(Math.max(1, whole / of));
        int found = Arrays.binarySearch(reached, place);
        int hour = found >= 0 ? found : -found - 2;
        return from.plusMillis(hour * HOUR_MILLIS + (place - reached[hour]) / weights[hour]);
    }
}

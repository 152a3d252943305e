package io.minutebook.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** All calendar logic happens in Asia/Shanghai: the zone, not an offset, for it had daylight saving once. */
public final class BusinessTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessTime() {}

    public static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /** The last day any part of which lies before an instant. */
    public static LocalDate lastDayBefore(Instant instant) {
        return dateOf(instant.minusMillis(1));
    }

    /**
     * The same wall-clock time that many calendar months later, on the last day of a shorter month. Always counted
     * from an anchor: added one by one, 31 January would drift to the 28th for ever.
     */
    public static Instant plusMonths(Instant anchor, long months) {
        return anchor.atZone(ZONE).plusMonths(months).toInstant();
    }

    public static Instant minusDays(Instant instant, long days) {
        return instant.atZone(ZONE).minusDays(days).toInstant();
    }
}

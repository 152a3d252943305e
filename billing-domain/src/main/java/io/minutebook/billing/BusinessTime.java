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
}

package io.minutebook.server.cli;

import io.minutebook.billing.BusinessTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A clock that is moved by hand.
 *
 * @param start where it begins; now when absent
 */
record TestClock(Optional<Instant> start) {

    private static final LocalTime OPENING = LocalTime.of(8, 0);

    /** By real time, at the hour the offices open. */
    static TestClock firstDayOfLastMonth() {
        var day = YearMonth.now(BusinessTime.ZONE).minusMonths(1).atDay(1);
        return new TestClock(Optional.of(day.atTime(OPENING).atZone(BusinessTime.ZONE).toInstant()));
    }

    /** Reads {@code adjustable} or an instant with its offset. */
    static final class Reader implements ITypeConverter<TestClock> {
        @Override
        public TestClock convert(String text) {
            if (text.equals("adjustable")) return new TestClock(Optional.empty());
            try {
                return new TestClock(Optional.of(OffsetDateTime.parse(text).toInstant()));
            } catch (DateTimeException unreadable) {
                throw new TypeConversionException(
                        "'" + text + "' is neither adjustable nor like 2025-01-01T08:00:00+08:00");
            }
        }
    }
}

package io.minutebook.server;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.BusinessTime;
import io.minutebook.server.embedded.CannotStart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When months are closed, under {@code minutebook.close.}.
 *
 * @param automatic whether months are closed by themselves; else only by whoever asks for it
 * @param day of the month after, 1 to 28, on which a month is closed
 * @param time of that day in Asia/Shanghai, HH:MM
 * @param longestWait how long a close waits for records that lay on Kafka when it fell due; then it closes without them
 * @param firstMonth the first month to be closed, YYYY-MM, read when a ledger is first started; null for that month
 */
@ConfigurationProperties("minutebook.close")
public record CloseSettings(
        @DefaultValue("true") boolean automatic,
        @DefaultValue("3") int day,
        @DefaultValue("02:00") String time,
        @DefaultValue("6h") Duration longestWait,
        @Nullable String firstMonth) {

    private static final int LAST_DAY_OF_ANY_MONTH = 28;

    public CloseSettings {
        if (day < 1 || day > LAST_DAY_OF_ANY_MONTH) {
            throw new IllegalArgumentException("minutebook.close.day: 1 to 28 expected");
        }
        var _ = LocalTime.parse(time);
        if (firstMonth != null) {
            var _ = YearMonth.parse(firstMonth);
        }
    }

    /**
     * The first month to be closed, decided once.
     *
     * @param usual where none is named
     * @param present usage that is booked now would be late in a month that has not begun
     */
    public BillingMonth firstMonthOr(BillingMonth usual, BillingMonth present) {
        if (firstMonth == null) return usual;
        var named = BillingMonth.parse(firstMonth);
        if (named.compareTo(present) <= 0) return named;
        throw new CannotStart("minutebook.close.first-month: " + named + " has not begun; name " + present
                + " or an earlier one, or leave it out");
    }

    /** When a month is closed by itself. */
    public Instant dueAt(BillingMonth month) {
        var date = month.next().month().atDay(day);
        return date.atTime(LocalTime.parse(time)).atZone(BusinessTime.ZONE).toInstant();
    }
}

package io.minutebook.billing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reminders that something paid for will end: 30, 7 and 1 days before, at the wall-clock time of the end. Those that
 * were due before the end was decided are left out.
 */
public final class Reminders {

    private static final List<Integer> DAYS_BEFORE = List.of(30, 7, 1);

    private Reminders() {}

    /** A reminder that is not given yet. */
    public record Reminder(int daysBefore, Instant due) {}

    /**
     * The reminders that are still to be given, in order of time, however long ago they were due.
     *
     * @param since when the end was decided: by the purchase or the last renewal
     * @param until the end
     * @param lastDaysBefore the reminder given last; null before the first
     */
    public static List<Reminder> left(Instant since, Instant until, @Nullable Integer lastDaysBefore) {
        return DAYS_BEFORE.stream()
                .filter(days -> lastDaysBefore == null || days < lastDaysBefore)
                .map(days -> new Reminder(days, BusinessTime.minusDays(until, days)))
                .filter(reminder -> reminder.due().isAfter(since))
                .toList();
    }

    /** The next instant at which time alone changes something: the next reminder, or else the end. */
    public static Instant nextDue(Instant since, Instant until, @Nullable Integer lastDaysBefore) {
        return left(since, until, lastDaysBefore).stream()
                .findFirst()
                .map(Reminder::due)
                .orElse(until);
    }
}

package io.minutebook.billing;

import io.minutebook.billing.Reminders.Reminder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time for which something is paid: the paid terms, one after the other, and how its end was announced.
 *
 * @param terms the first begins where it was bought; each begins where the one before ends
 * @param since when the end was decided: by the purchase or the last renewal
 * @param remindedDays the last reminder of this end, in days before it; null before the first
 */
public record Lease(List<PaidTerm> terms, Instant since, @Nullable Integer remindedDays) {

    public Lease {
        terms = List.copyOf(terms);
    }

    public static Lease of(PaidTerm term) {
        return new Lease(List.of(term), term.from(), null);
    }

    public Instant from() {
        return terms.getFirst().from();
    }

    public Instant until() {
        return terms.getLast().until();
    }

    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(from()) && instant.isBefore(until());
    }

    /** All months paid for so far: the end of any further term is counted from the start, so it never drifts. */
    public long months() {
        return terms.stream().mapToLong(PaidTerm::months).sum();
    }

    /** The term that an instant falls in; the first one before all. */
    public PaidTerm termAt(Instant instant) {
        return terms.stream().filter(term -> instant.isBefore(term.until())).findFirst().orElse(terms.getLast());
    }

    public Lease renewed(PaidTerm term, Instant at) {
        if (!term.from().equals(until())) throw new IllegalArgumentException("a renewal begins where the lease ends");
        var all = new ArrayList<>(terms);
        all.add(term);
        return new Lease(all, at, null);
    }

    public Lease reminded(int daysBefore) {
        return new Lease(terms, since, daysBefore);
    }

    public List<Reminder> reminders() {
        return Reminders.left(since, until(), remindedDays);
    }

    /** The next reminder, or else the end. */
    public Instant nextDue() {
        return Reminders.nextDue(since, until(), remindedDays);
    }
}

package io.minutebook.billing.refunds;

import io.minutebook.billing.BusinessTime;
import io.minutebook.billing.PaidTerm;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Until when time alone leaves what a refund comes to as it is: the first instant of other figures. */
record FiguresHold(RefundTerms terms, Instant at) {

    Optional<Instant> until(Held held) {
        return switch (held) {
            case Held.OfMinutes pack -> first(Stream.of(pack.validUntil()));
            case Held.OfSeats seats -> first(Stream.of(seats.validUntil(), dayAfterLast(seats)));
            case Held.OfNumber number ->
                first(Stream.concat(Stream.of(lastMonthOf(number)), number.terms().stream().map(this::changeOf)));
            case Held.OfNothing _ -> Optional.empty();
        };
    }

    private Optional<Instant> first(Stream<Instant> changes) {
        return changes.filter(change -> change.isAfter(at)).min(Instant::compareTo);
    }

    private Instant dayAfterLast(Held.OfSeats seats) {
        return BusinessTime.startOf(
                BusinessTime.dateOf(seats.boughtAt()).plusDays(terms.fullRefundDays() + 1L));
    }

    /** In the month in which it ends a number is not taken back. */
    private static Instant lastMonthOf(Held.OfNumber number) {
        return BusinessTime.startOf(
                BusinessTime.lastDayBefore(number.validUntil()).withDayOfMonth(1));
    }

    /** The begin of a term is the begin of its first day. */
    private Instant changeOf(PaidTerm term) {
        if (at.isBefore(term.from())) return term.from();
        var nextDay = term.nextDayAfter(at);
        return nextDay.isBefore(term.until()) ? nextDay : term.until();
    }
}

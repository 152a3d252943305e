package io.minutebook.billing.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Refused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the months are closed: one after the other, each for good.
 *
 * @param first the first month that is closed by an event; null before the first start
 * @param closed the last one that was; null before the first
 * @param finalised the last one whose files are written; null before the first
 */
public record Months(
        @Nullable BillingMonth first, @Nullable BillingMonth closed, @Nullable BillingMonth finalised) {

    public static final Months NONE = new Months(null, null, null);

    /** Empty before the first start. */
    public Optional<BillingMonth> earliestOpen() {
        return Optional.ofNullable(closed == null ? first : closed.next());
    }

    /** What is before the first start counts as closed. */
    public boolean isClosed(BillingMonth month) {
        return earliestOpen().filter(open -> month.compareTo(open) < 0).isPresent();
    }

    /** Whether its figures can no longer change: those of a closed month can until its files are written. */
    public boolean isFinal(BillingMonth month) {
        return isClosed(month) && awaitingFiles().filter(waiting -> month.compareTo(waiting) >= 0).isEmpty();
    }

    /** The earliest closed month whose files are not written. */
    public Optional<BillingMonth> awaitingFiles() {
        var next = finalised == null ? first : finalised.next();
        return Optional.ofNullable(next).filter(this::isClosed);
    }

    Optional<MonthsBegun> begin(BeginMonths command) {
        return first == null ? Optional.of(new MonthsBegun(command.first(), command.at())) : Optional.empty();
    }

    /** Refuses what is not over, then what is not next. */
    public void requireClosable(CloseMonth command) {
        var month = command.month();
        if (isClosed(month)) return;
        if (month.next().start().isAfter(command.at())) {
            throw new Refused(MonthRefusal.MONTH_NOT_OVER, month + " is not over; close it once it is.");
        }
        var open = earliestOpen().orElseThrow();
        if (!month.equals(open)) {
            throw new Refused(MonthRefusal.EARLIER_MONTH_OPEN, "Close " + open + " first: months are closed in order.");
        }
    }

    Optional<MonthClosed> close(CloseMonth command) {
        requireClosable(command);
        return isClosed(command.month())
                ? Optional.empty()
                : Optional.of(new MonthClosed(command.month(), command.at(), command.openDeadLetters()));
    }

    Optional<MonthFinalised> finalise(FinaliseMonth command) {
        if (isFinal(command.month())) return Optional.empty();
        if (!awaitingFiles().equals(Optional.of(command.month()))) {
            throw new IllegalStateException(command.month() + " is not the month whose files are written next");
        }
        return Optional.of(new MonthFinalised(
                command.month(), command.position(), command.figures(), command.sha256()));
    }

    public Months evolve(MonthEvent event) {
        return switch (event) {
            case MonthsBegun begun -> new Months(begun.month(), closed, finalised);
            case MonthClosed one -> new Months(first, one.month(), finalised);
            case MonthFinalised one -> new Months(first, closed, one.month());
        };
    }
}

package io.minutebook.reporting.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthEvent;
import io.minutebook.billing.months.Months;
import io.minutebook.billing.months.MonthsAggregate;
import io.minutebook.reporting.feed.FoundEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import java.util.List;

/** What had been said of months at a position; few events, which all accounts share. */
public record PastMonths(List<FoundEvent> events, Months known) implements MonthStatuses {

    /** Before anything was said of them. */
    public static final PastMonths NONE = new PastMonths(List.of(), Months.NONE);

    public PastMonths {
        events = List.copyOf(events);
    }

    public static PastMonths upTo(long position, LedgerEvents ledger) {
        var events = ledger.allOf(MonthsAggregate.STREAM).stream()
                .filter(event -> event.stored().position() <= position)
                .toList();
        var known = Months.NONE;
        for (var event : events) known = known.evolve((MonthEvent) event.fact());
        return new PastMonths(events, known);
    }

    @Override
    public MonthStatus statusOf(BillingMonth month) {
        return known.isFinal(month) ? MonthStatus.FINAL : MonthStatus.PROVISIONAL;
    }
}

package io.minutebook.reporting.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthEvent;
import io.minutebook.billing.months.Months;
import io.minutebook.billing.months.MonthsAggregate;
import io.minutebook.reporting.feed.FoundEvent;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import java.util.List;

/** What had been said of months at a position; few events, which all accounts share. */
public record PastMonths(List<LedgerEvent> events, Months known) implements MonthStatuses {

    public PastMonths {
        events = List.copyOf(events);
    }

    public static PastMonths upTo(long position, LedgerEvents ledger) {
        var events = ledger.allOf(MonthsAggregate.STREAM).stream()
                .map(FoundEvent::stored)
                .filter(stored -> stored.position() <= position)
                .map(ledger::eventOf)
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

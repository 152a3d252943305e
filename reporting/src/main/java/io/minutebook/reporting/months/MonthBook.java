package io.minutebook.reporting.months;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.months.MonthClosed;
import io.minutebook.billing.months.MonthEvent;
import io.minutebook.billing.months.MonthFinalised;
import io.minutebook.billing.months.Months;
import io.minutebook.billing.months.MonthsAggregate;
import io.minutebook.billing.months.MonthsBegun;
import io.minutebook.reporting.feed.LedgerEvents;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the ledger's events say of its months; they are few, and read as they stand. */
public final class MonthBook implements MonthStatuses {

    private final LedgerEvents events;

    public MonthBook(LedgerEvents events) {
        this.events = events;
    }

    /** When the ledger recorded its first event; empty before it. */
    public Optional<Instant> firstEventAt() {
        return events.firstRecordedAt();
    }

    public Months months() {
        return read().months;
    }

    /** A month that is before the first start is final, one that nothing was said of open. */
    public MonthView view(BillingMonth month) {
        var pages = read();
        var page = pages.closed.get(month);
        if (page != null) return page;
        var state = pages.months.isClosed(month) ? MonthState.FINAL : MonthState.OPEN;
        return MonthView.untold(month, state);
    }

    /** Every month that was closed, and the one that is open, in order; none before the first start. */
    public SortedMap<BillingMonth, MonthView> all() {
        var pages = read();
        var all = new TreeMap<>(pages.closed);
        pages.months.earliestOpen().ifPresent(open -> all.put(open, MonthView.untold(open, MonthState.OPEN)));
        return all;
    }

    @Override
    public MonthStatus statusOf(BillingMonth month) {
        return months().isFinal(month) ? MonthStatus.FINAL : MonthStatus.PROVISIONAL;
    }

    private Pages read() {
        var pages = new Pages();
        events.eachOf(MonthsAggregate.STREAM, (event, position) -> pages.add((MonthEvent) event, position));
        return pages;
    }

    /** What has been read so far. */
    private static final class Pages {
        private final SortedMap<BillingMonth, MonthView> closed = new TreeMap<>();
        private Months months = Months.NONE;

        void add(MonthEvent event, long position) {
            months = months.evolve(event);
            switch (event) {
                case MonthsBegun _ -> {}
                case MonthClosed one -> closed.put(
                        one.month(),
                        new MonthView(
                                one.month(), MonthState.CLOSING, one.closedAt(), position, null, null,
                                one.openDeadLetters()));
                case MonthFinalised one -> closed.computeIfPresent(
                        one.month(),
                        (month, before) -> new MonthView(
                                month, MonthState.FINAL, before.closedAt(), before.position(), one.figures(),
                                one.sha256(), before.openDeadLetters()));
            }
        }
    }
}

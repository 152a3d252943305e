package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.months.Known;
import io.minutebook.reporting.months.MonthBook;
import io.minutebook.reporting.months.MonthState;
import io.minutebook.reporting.months.MonthView;
import java.time.Instant;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Which state of the ledger a file of a month shows: that of the close, or else that after the last event. */
@Component
class LedgerState {

    private final LedgerEvents events;
    private final MonthBook months;

    LedgerState(LedgerEvents events, MonthBook months) {
        this.events = events;
        this.months = months;
    }

    /** The end of a month that was over before the ledger first started. */
    Instant shownBy(BillingMonth month, Known known) {
        if (!isAsClosed(months.view(month), known)) return recordedUpTo();
        var boundary = boundary(month, known);
        return boundary.isEmpty() ? month.next().start() : events.recordedAt(boundary.getAsLong());
    }

    /** The position of the event whose predecessors make it; empty where there is none such. */
    OptionalLong boundary(BillingMonth month, Known known) {
        var view = months.view(month);
        var position = view.position();
        return isAsClosed(view, known) && position != null ? OptionalLong.of(position) : OptionalLong.empty();
    }

    private static boolean isAsClosed(MonthView view, Known known) {
        return known == Known.CLOSED && view.state() == MonthState.FINAL;
    }

    /** When the last event was recorded; long ago where there is none. */
    private Instant recordedUpTo() {
        return events.lastRecordedAt().orElse(Instant.EPOCH);
    }
}

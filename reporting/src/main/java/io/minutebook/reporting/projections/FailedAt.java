package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.feed.Stretch;

/** What stopped a projection, and at which event of the ledger. */
final class FailedAt extends RuntimeException {

    private FailedAt(String where, Throwable cause) {
        super(where + ": " + cause, cause);
    }

    static FailedAt event(RuntimeException cause, LedgerEvent event) {
        return new FailedAt("position " + event.position(), cause);
    }

    static FailedAt writing(RuntimeException cause, Stretch stretch) {
        return new FailedAt("positions %d to %d".formatted(stretch.first(), stretch.last()), cause);
    }
}

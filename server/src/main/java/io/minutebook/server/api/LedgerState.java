package io.minutebook.server.api;

import io.minutebook.reporting.feed.LedgerEvents;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Which state of the ledger a file of a month that is not final shows: that after the last event. */
@Component
class LedgerState {

    private final LedgerEvents events;

    LedgerState(LedgerEvents events) {
        this.events = events;
    }

    /** When the last event was recorded; long ago where there is none. */
    Instant recordedUpTo() {
        return events.lastRecordedAt().orElse(Instant.EPOCH);
    }
}

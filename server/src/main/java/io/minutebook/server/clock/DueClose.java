package io.minutebook.server.clock;

import io.minutebook.billing.BillingMonth;
import java.time.Instant;

/** A month that falls due to be closed, by the ledger's clock. */
public record DueClose(BillingMonth month, Instant at) {

    /** The last instant of the month: what falls due by then is to be done before the close. */
    public Instant end() {
        return month.next().start().minusMillis(1);
    }
}

package io.minutebook.reporting.usage;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.MonthStatus;
import java.time.Instant;
import java.util.function.Consumer;

/** The usage detail of a month, of one account or of all: what every file of it is written from, final or not. */
public interface UsageDetail {

    BillingMonth month();

    MonthStatus status();

    /** The instant whose state the rows are; a file bears it as the time of its creation. */
    Instant asOf();

    /** Each row once, by account, then ended_at, source and record_id; few are in memory. */
    void forEach(Consumer<UsageRow> reader);
}

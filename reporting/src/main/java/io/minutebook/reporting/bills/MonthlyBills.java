package io.minutebook.reporting.bills;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.MonthStatus;
import java.time.Instant;
import java.util.function.Consumer;

/** The bills of a month, of one account or of all: what every file of them is written from, final or not. */
public interface MonthlyBills {

    BillingMonth month();

    MonthStatus status();

    /** The instant whose state the bills are; a file bears it as the time of its creation. */
    Instant asOf();

    /** Each bill once, by account; one is in memory at a time. */
    void forEach(Consumer<BillDetail> reader);
}

package io.minutebook.reporting.bills;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.MonthStatus;
import java.time.Instant;
import java.util.function.Consumer;

/** Bills as the read model has them. */
record StoredBills(BillingMonth month, MonthStatus status, Instant asOf, Consumer<Consumer<BillDetail>> bills)
        implements MonthlyBills {

    @Override
    public void forEach(Consumer<BillDetail> reader) {
        bills.accept(reader);
    }
}

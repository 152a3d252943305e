package io.minutebook.reporting.usage;

import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.MonthStatus;
import java.time.Instant;
import java.util.function.Consumer;

/** Usage detail as the read model has it. */
record StoredUsage(BillingMonth month, MonthStatus status, Instant asOf, Consumer<Consumer<UsageRow>> rows)
        implements UsageDetail {

    @Override
    public void forEach(Consumer<UsageRow> reader) {
        rows.accept(reader);
    }
}

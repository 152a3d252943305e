package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.usage.UsagePage;
import io.minutebook.reporting.usage.UsageRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a month's usage; next is the cursor for {@code after}, absent on the last page. */
record UsageAnswer(
        BillingMonth month,
        MonthStatus status,
        List<UsageRow> rows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {

    static UsageAnswer of(UsagePage page) {
        return new UsageAnswer(page.month(), page.status(), page.rows(), page.next());
    }
}

package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.bills.BillLine;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.usage.DifferenceLine;
import io.minutebook.reporting.usage.MeterDifference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the two views of a month differ; next is the cursor for {@code after}, absent on the last page. */
@Schema(name = "MonthDifference")
record DifferenceAnswer(
        BillingMonth month,
        MonthStatus status,
        List<MeterDifference> meters,
        List<BillLine> charges,
        List<DifferenceLine> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}

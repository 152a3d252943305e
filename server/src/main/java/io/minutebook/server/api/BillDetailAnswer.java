package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.reporting.bills.Bill;
import io.minutebook.reporting.bills.BillComponent;
import io.minutebook.reporting.bills.BillDetail;
import io.minutebook.reporting.bills.BillDetailLine;
import io.minutebook.reporting.bills.BillLine;
import io.minutebook.reporting.months.MonthStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bill with the minutes that the month's usage took. */
@Schema(name = "Bill")
record BillDetailAnswer(
        AccountId accountId, BillingMonth month, MonthStatus status, List<Line> lines, Bill.Totals totals) {

    static BillDetailAnswer of(BillDetail detail) {
        var bill = detail.bill();
        return new BillDetailAnswer(
                bill.accountId(),
                bill.month(),
                bill.status(),
                detail.lines().stream().map(Line::of).toList(),
                bill.totals());
    }

    /** A line of the bill; the quantities are minutes, and null where it is a price. */
    record Line(
            @JsonUnwrapped BillLine line,
            @Schema(requiredMode = NOT_REQUIRED) BillComponent component,
            @Schema(requiredMode = NOT_REQUIRED) @Nullable Long measuredQuantity,
            @Schema(requiredMode = NOT_REQUIRED) @Nullable Long deductedQuantity,
            @Schema(requiredMode = NOT_REQUIRED) @Nullable Long remainingQuantity) {

        static Line of(BillDetailLine line) {
            return new Line(line.line(), line.component(), line.measured(), line.deducted(), line.remaining());
        }
    }
}

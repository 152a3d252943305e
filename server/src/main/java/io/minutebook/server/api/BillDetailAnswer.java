package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Minutes;
import io.minutebook.reporting.bills.Bill;
import io.minutebook.reporting.bills.BillComponent;
import io.minutebook.reporting.bills.BillDetail;
import io.minutebook.reporting.bills.BillDetailLine;
import io.minutebook.reporting.bills.BillLine;
import io.minutebook.reporting.months.MonthStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bill with the minutes that the month's usage took. */
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
            BillComponent component,
            @Nullable Minutes measuredQuantity,
            @Nullable Minutes deductedQuantity,
            @Nullable Minutes remainingQuantity) {

        static Line of(BillDetailLine line) {
            return new Line(line.line(), line.component(), line.measured(), line.deducted(), line.remaining());
        }
    }
}

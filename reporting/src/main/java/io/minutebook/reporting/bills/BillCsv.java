package io.minutebook.reporting.bills;

import io.minutebook.reporting.csv.CsvFile;
import java.io.OutputStream;
import java.util.List;

/** A bill as a file, one row per line. What it writes may never change: another layout is another version. */
public final class BillCsv {

    /** Names this layout wherever a file's origin is recorded. */
    public static final String VERSION = "bill-csv/1";

    private static final List<String> COLUMNS = List.of(
            "account_id", "month", "family", "product", "sub_product", "billing_mode", "transaction_type",
            "resource_id", "order_id", "transaction_time", "usage_start", "usage_end", "configuration", "list_price",
            "unit_price", "quantity", "unit", "discount", "amount", "voucher", "gift", "revenue_share", "cash");

    private BillCsv() {}

    /** Writes the bill to the stream, which stays the caller's to close. */
    public static void write(Bill bill, OutputStream out) {
        var file = CsvFile.begin(out, COLUMNS);
        for (var line : bill.lines()) {
            file.row(
                    bill.accountId(), bill.month(), line.family(), line.product().value(), line.subProduct(),
                    line.billingMode(), line.transactionType(), line.resourceId(), line.orderId().value(),
                    line.transactionTime(), line.usageStart(), line.usageEnd(), line.configuration(),
                    line.listPrice(), line.unitPrice(), line.quantity(), line.unit(), line.discount(), line.amount(),
                    line.voucher(), line.gift(), line.revenueShare(), line.cash());
        }
        file.end();
    }
}

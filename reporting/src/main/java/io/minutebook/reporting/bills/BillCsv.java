package io.minutebook.reporting.bills;

import io.minutebook.reporting.csv.CsvFile;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bill as a file, one row per line. What a layout writes may never change: another layout is another version. */
public final class BillCsv {

    /** Names the layout by resource wherever a file's origin is recorded. */
    public static final String VERSION = "bill-csv/1";

    /** Names the layout in detail: the same columns, and four more at the end. */
    public static final String DETAIL_VERSION = "bill-detail-csv/1";

    private static final List<String> COLUMNS = List.of(
            "account_id", "month", "family", "product", "sub_product", "billing_mode", "transaction_type",
            "resource_id", "order_id", "transaction_time", "usage_start", "usage_end", "configuration", "list_price",
            "unit_price", "quantity", "unit", "discount", "amount", "voucher", "gift", "revenue_share", "cash");

    private static final List<String> DETAIL_COLUMNS =
            List.of("component", "measured_quantity", "deducted_quantity", "remaining_quantity");

    private BillCsv() {}

    static List<String> columns(boolean inDetail) {
        return inDetail ? Stream.concat(COLUMNS.stream(), DETAIL_COLUMNS.stream()).toList() : COLUMNS;
    }

    /** Writes the bill to the stream, which stays the caller's to close. */
    public static void write(Bill bill, OutputStream out) {
        var file = CsvFile.begin(out, COLUMNS);
        for (var line : bill.lines()) file.row(cells(bill, line).toArray());
        file.end();
    }

    /** Writes the bill in detail to the stream, which stays the caller's to close. */
    public static void write(BillDetail detail, OutputStream out) {
        var file = CsvFile.begin(out, columns(true));
        forEachRow(detail, true, file::row);
        file.end();
    }

    /** Writes the bills to the stream, which stays the caller's to close. */
    public static void write(MonthlyBills bills, boolean inDetail, OutputStream out) {
        var file = CsvFile.begin(out, columns(inDetail));
        bills.forEach(detail -> forEachRow(detail, inDetail, file::row));
        file.end();
    }

    /** The cells of each line, in the order of the columns. */
    static void forEachRow(BillDetail detail, boolean inDetail, Consumer<@Nullable Object[]> reader) {
        for (var line : detail.lines()) {
            if (!inDetail && line.component() != BillComponent.PRICE) continue;
            var cells = cells(detail.bill(), line.line());
            if (inDetail) {
                cells.addAll(Arrays.asList(line.component(), line.measured(), line.deducted(), line.remaining()));
            }
            reader.accept(cells.toArray());
        }
    }

    private static List<@Nullable Object> cells(Bill bill, BillLine line) {
        return new ArrayList<@Nullable Object>(Arrays.asList(
                bill.accountId(), bill.month(), line.family(), line.product() == null ? null : line.product().value(),
                line.subProduct(), line.billingMode(), line.transactionType(), line.resourceId(),
                line.orderId() == null ? null : line.orderId().value(), line.transactionTime(), line.usageStart(),
                line.usageEnd(), line.configuration(), line.listPrice(), line.unitPrice(), line.quantity(),
                line.unit(), line.discount(), line.amount(), line.voucher(), line.gift(), line.revenueShare(),
                line.cash()));
    }
}

package io.minutebook.reporting.bills;

import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.xlsx.SheetColumn;
import io.minutebook.reporting.xlsx.XlsxFile;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Bills as a workbook: the rows and columns of the CSV, typed, and the totals of each account. */
public final class BillXlsx {

    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("family", 15), Map.entry("product", 30), Map.entry("sub_product", 20),
            Map.entry("resource_id", 18), Map.entry("order_id", 18), Map.entry("transaction_time", 24),
            Map.entry("usage_start", 24), Map.entry("usage_end", 24), Map.entry("configuration", 44),
            Map.entry("component", 20));
    private static final int USUAL_WIDTH = 14;

    private BillXlsx() {}

    /** Writes all lines to the stream, which stays the caller's to close. */
    public static void write(MonthlyBills bills, boolean inDetail, Language language, OutputStream out) {
        var status = language.word(bills.status());
        var file = XlsxFile.begin(
                out, language.word("sheet.bill") + " " + bills.month() + " · " + status, bills.asOf());
        file.sheet(language.word("sheet.bill") + " " + status, columns(inDetail, language));
        var totals = new ArrayList<@Nullable Object[]>();
        bills.forEach(detail -> {
            BillCsv.forEachRow(detail, inDetail, file::row);
            totals.add(total(detail.bill(), bills, status));
        });
        file.sheet(language.word("sheet.totals"), totalColumns(language));
        totals.forEach(file::row);
        file.end();
    }

    private static List<SheetColumn> columns(boolean inDetail, Language language) {
        return BillCsv.columns(inDetail).stream()
                .map(name -> new SheetColumn(language.word("column." + name), WIDTHS.getOrDefault(name, USUAL_WIDTH)))
                .toList();
    }

    private static List<SheetColumn> totalColumns(Language language) {
        return Stream.of(
                        "column.account_id", "column.month", "file.status", "file.as_of", "column.list_price",
                        "column.discount", "column.amount", "column.voucher", "column.gift", "column.revenue_share",
                        "column.cash")
                .map(key -> new SheetColumn(language.word(key), key.equals("file.as_of") ? 24 : 18))
                .toList();
    }

    private static Object[] total(Bill bill, MonthlyBills bills, String status) {
        var totals = bill.totals();
        return new Object[] {
            bill.accountId(), bill.month(), status, bills.asOf(), totals.listPrice(), totals.discount(),
            totals.amount(), totals.voucher(), totals.gift(), totals.revenueShare(), totals.cash()
        };
    }
}

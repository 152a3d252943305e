package io.minutebook.reporting.journal;

import io.minutebook.reporting.csv.CsvFile;
import java.io.OutputStream;
import java.util.List;

/** The postings of a month as a file, a row for each. */
public final class JournalCsv {

    /** Names this layout wherever a file's origin is recorded. */
    public static final String VERSION = "journal-csv/1";

    private static final List<String> COLUMNS = List.of(
            "month", "at", "entry", "position", "kind", "account_id", "ledger_account", "amount", "resource_id",
            "order_id");

    private JournalCsv() {}

    /** Writes all rows to the stream, which stays the caller's to close. */
    public static void write(JournalPostings postings, JournalQuery query, OutputStream out) {
        var file = CsvFile.begin(out, COLUMNS);
        postings.forEach(query, line -> file.row(
                line.month(), line.at(), line.entry(), line.position(), line.kind(), line.accountId(),
                line.ledgerAccount(), line.amount(), line.resourceId(), line.orderId()));
        file.end();
    }
}

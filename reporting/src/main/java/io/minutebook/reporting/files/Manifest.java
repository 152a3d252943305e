package io.minutebook.reporting.files;

import io.minutebook.reporting.csv.CsvFile;
import java.io.OutputStream;
import java.util.List;

/** The list of a month's final files, in the order of account and kind. What it writes may never change. */
final class Manifest {

    /** Names this layout. */
    static final String VERSION = "manifest-csv/1";

    private static final List<String> COLUMNS = List.of("account_id", "kind", "renderer", "rows", "bytes", "sha256");

    private final CsvFile csv;
    private long rows;

    Manifest(OutputStream out) {
        this.csv = CsvFile.begin(out, COLUMNS);
    }

    void add(MonthFile file) {
        csv.row(file.accountId(), file.kind(), file.renderer(), file.rows(), file.bytes(), file.sha256());
        rows++;
    }

    /** Answers how many files it lists. */
    long end() {
        csv.end();
        return rows;
    }
}

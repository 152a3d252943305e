package io.minutebook.reporting.files;

import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.usage.UsageCsv;

/** The files of an account for a month, in the order they are written; each names the layout it is written in. */
public enum FileKind {
    USAGE(UsageCsv.VERSION),
    BILL(BillCsv.VERSION),
    BILL_DETAIL(BillCsv.DETAIL_VERSION);

    private final String renderer;

    FileKind(String renderer) {
        this.renderer = renderer;
    }

    public String renderer() {
        return renderer;
    }
}

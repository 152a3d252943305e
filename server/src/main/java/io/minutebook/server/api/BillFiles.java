package io.minutebook.server.api;

import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.BillPdf;
import io.minutebook.reporting.bills.BillXlsx;
import io.minutebook.reporting.bills.MonthlyBills;
import io.minutebook.reporting.language.Language;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** The bills of a month as a file of any format; each is written from the same lines. */
@Component
class BillFiles {

    void csv(HttpServletResponse response, String name, MonthlyBills bills, BillView view) {
        download(FileFormat.CSV, name, bills, view)
                .write(response, out -> BillCsv.write(bills, view == BillView.DETAIL, out));
    }

    void xlsx(HttpServletResponse response, String name, MonthlyBills bills, BillView view, Language language) {
        download(FileFormat.XLSX, name, bills, view)
                .write(response, out -> BillXlsx.write(bills, view == BillView.DETAIL, language, out));
    }

    /** Of one account, whose bill is the only one. */
    void pdf(
            HttpServletResponse response, String name, String accountName, MonthlyBills bills, Language language) {
        new MonthDownload(FileFormat.PDF, name, bills.status())
                .write(response, out -> bills.forEach(
                        detail -> BillPdf.write(accountName, detail, bills.asOf(), language, out)));
    }

    private static MonthDownload download(FileFormat format, String name, MonthlyBills bills, BillView view) {
        return new MonthDownload(format, name, bills.status(), view == BillView.DETAIL ? "-detail" : "");
    }
}

package io.minutebook.server.api;

import io.minutebook.reporting.bills.BillCsv;
import io.minutebook.reporting.bills.BillDetail;
import io.minutebook.reporting.bills.BillPdf;
import io.minutebook.reporting.bills.BillXlsx;
import io.minutebook.reporting.bills.MonthlyBills;
import io.minutebook.reporting.language.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * The bills of a month as a file of any format; each is written from the same lines. Documents are drawn in memory, some
 * 30 MB each for the sake of the font, so few are drawn at once, and none is kept from the next by a slow reader.
 */
@Component
class BillFiles {

    private static final int DRAWN_AT_ONCE = 4;

    private final Semaphore drawing = new Semaphore(DRAWN_AT_ONCE, true);

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
                        detail -> send(drawn(accountName, detail, bills.asOf(), language), out)));
    }

    private byte[] drawn(String accountName, BillDetail detail, Instant asOf, Language language) {
        var document = new ByteArrayOutputStream();
        drawing.acquireUninterruptibly();
        try {
            BillPdf.write(accountName, detail, asOf, language, document);
        } finally {
            drawing.release();
        }
        return document.toByteArray();
    }

    private static void send(byte[] document, OutputStream out) {
        try {
            out.write(document);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static MonthDownload download(FileFormat format, String name, MonthlyBills bills, BillView view) {
        return new MonthDownload(format, name, bills.status(), view == BillView.DETAIL ? "-detail" : "");
    }
}

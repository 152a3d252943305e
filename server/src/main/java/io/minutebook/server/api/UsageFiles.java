package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.minutebook.reporting.language.Language;
import io.minutebook.reporting.months.MonthStatus;
import io.minutebook.reporting.usage.UsageCsv;
import io.minutebook.reporting.usage.UsageDetail;
import io.minutebook.reporting.usage.UsageRow;
import io.minutebook.reporting.usage.UsageXlsx;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The usage detail of a month as a file of any format; each is written from the same rows. */
@Component
class UsageFiles {

    private static final int BUFFERED_BYTES = 1 << 16;

    private final ObjectWriter lines;

    UsageFiles(JsonMapper json) {
        this.lines = json.writerFor(Line.class);
    }

    void csv(HttpServletResponse response, String name, UsageDetail detail) {
        new MonthDownload(FileFormat.CSV, name, detail.status())
                .write(response, out -> UsageCsv.write(detail, out));
    }

    void xlsx(HttpServletResponse response, String name, UsageDetail detail, Language language) {
        new MonthDownload(FileFormat.XLSX, name, detail.status())
                .write(response, out -> UsageXlsx.write(detail, language, out));
    }

    void jsonLines(HttpServletResponse response, String name, UsageDetail detail) {
        new MonthDownload(FileFormat.JSON_LINES, name, detail.status())
                .write(response, out -> writeLines(detail, out));
    }

    private void writeLines(UsageDetail detail, OutputStream out) {
        try {
            var zipped = new GZIPOutputStream(out, BUFFERED_BYTES);
            var buffered = new BufferedOutputStream(zipped, BUFFERED_BYTES);
            detail.forEach(row -> write(buffered, new Line(detail.status(), row)));
            buffered.flush();
            zipped.finish();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void write(OutputStream out, Line line) {
        try {
            out.write(lines.writeValueAsBytes(line));
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A row as the list of usage answers it, and whether it is final. */
    private record Line(MonthStatus status, @JsonUnwrapped UsageRow row) {}
}

package io.minutebook.server.api;

import io.minutebook.reporting.months.MonthStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A file of comma-separated values that is written while it is read. */
final class CsvDownload {

    private static final String TYPE = "text/csv;charset=UTF-8";

    private CsvDownload() {}

    static void head(HttpServletResponse response, String fileName, MonthStatus status) {
        Download.head(response, TYPE, fileName);
        response.setHeader(MonthDownload.STATUS, status.name());
    }

    static void write(HttpServletResponse response, String fileName, Consumer<OutputStream> content) {
        Download.write(response, TYPE, fileName, content);
    }
}

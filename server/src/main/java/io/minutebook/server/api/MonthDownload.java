package io.minutebook.server.api;

import io.minutebook.reporting.months.MonthStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A file of a month that is written while it is read; when writing fails midway the connection breaks, so that nobody
 * takes a part for the whole. Its name and a header say whether the month is final.
 *
 * @param name what the file is of, without its status and its ending
 * @param view how finely it is broken down, at the end of its name; empty where there is one view
 */
record MonthDownload(FileFormat format, String name, MonthStatus status, String view) {

    static final String STATUS = "Minutebook-Status";

    MonthDownload(FileFormat format, String name, MonthStatus status) {
        this(format, name, status, "");
    }

    void write(HttpServletResponse response, Consumer<OutputStream> content) {
        response.setHeader(STATUS, status.name());
        Download.write(response, format.mediaType(), fileName(), content);
    }

    private String fileName() {
        return name + (status == MonthStatus.FINAL ? "" : "-" + status.name().toLowerCase(Locale.ROOT)) + view + format.ending();
    }
}

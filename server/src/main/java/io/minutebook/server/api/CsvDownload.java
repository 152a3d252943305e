package io.minutebook.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.util.function.Consumer;

/** A file of comma-separated values that is written while it is read. */
final class CsvDownload {

    private CsvDownload() {}

    static void write(HttpServletResponse response, String fileName, Consumer<OutputStream> content) {
        Download.write(response, "text/csv;charset=UTF-8", fileName, content);
    }
}

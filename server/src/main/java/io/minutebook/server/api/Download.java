package io.minutebook.server.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * A file that is written while it is read; when writing fails midway the connection breaks, so that nobody
 * takes a part for the whole.
 */
final class Download {

    private Download() {}

    static void head(HttpServletResponse response, String contentType, String fileName) {
        response.setContentType(contentType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }

    static void write(
            HttpServletResponse response, String contentType, String fileName, Consumer<OutputStream> content) {
        head(response, contentType, fileName);
        try {
            content.accept(response.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

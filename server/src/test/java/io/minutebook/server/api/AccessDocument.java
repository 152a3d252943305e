package io.minutebook.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of docs/access.md: who may ask for what. */
record AccessDocument(Map<String, Row> rows) {

    /** What the document says of a request without a row. */
    private static final Row WITHOUT_ROW = new Row("yes", "no", "no", "no", "no");

    /** Each cell is yes, no or own. */
    record Row(String operator, String finance, String auditor, String platform, String nobody) {}

    static AccessDocument read() {
        var rows = new HashMap<String, Row>();
        try {
            Files.readAllLines(Path.of("..", "docs", "access.md")).stream()
                    .dropWhile(line -> !line.startsWith("| method |"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .map(line -> line.replace("`", "").split("\\s*\\|\\s*", -1))
                    .forEach(cells -> rows.put(
                            cells[1] + " " + cells[2], new Row(cells[3], cells[4], cells[5], cells[6], cells[7])));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return new AccessDocument(rows);
    }

    /** The row of a path as it stands, or the one it falls under; whoever may GET may HEAD. */
    Row of(String method, Endpoint endpoint, String path) {
        var read = method.equals("HEAD") ? "GET" : method;
        var exact = Optional.ofNullable(rows.get(read + " " + endpoint.path()));
        var covering = rows.keySet().stream()
                .filter(row -> row.startsWith(read + " "))
                .filter(row -> PathPatternParser.defaultInstance.parse(row.substring(read.length() + 1))
                        .matches(PathContainer.parsePath(path)))
                .findFirst()
                .map(rows::get);
        return exact.or(() -> covering).orElse(WITHOUT_ROW);
    }
}

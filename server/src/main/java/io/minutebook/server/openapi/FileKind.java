package io.minutebook.server.openapi;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What a file is, as the path that it is got from ends. */
enum FileKind {
    CSV(".csv", "text/csv", ".csv"),
    JOURNAL(".journal", "text/plain", ".txt"),
    XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ""),
    PDF(".pdf", "application/pdf", ""),
    JSON_LINES(".jsonl", "application/jsonl", ".jsonl"),
    PACKED_JSON_LINES(".jsonl.gz", "application/gzip", "");

    private final String ending;
    private final String mediaType;
    private final String example;

    FileKind(String ending, String mediaType, String example) {
        this.ending = ending;
        this.mediaType = mediaType;
        this.example = example;
    }

    String mediaType() {
        return mediaType;
    }

    /** How the name of its example ends; empty where people cannot read it. */
    String example() {
        return example;
    }

    /** Whether it is of a month, which can be final. */
    static boolean isOfAMonth(HandlerMethod download) {
        return pathOf(download).contains("{month}.");
    }

    static FileKind of(HandlerMethod download) {
        var path = pathOf(download);
        return Stream.of(values()).filter(kind -> path.endsWith(kind.ending)).findFirst().orElseThrow();
    }

    private static String pathOf(HandlerMethod download) {
        return Objects.requireNonNull(download.getMethodAnnotation(GetMapping.class)).value()[0];
    }
}

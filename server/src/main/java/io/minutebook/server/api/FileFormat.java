package io.minutebook.server.api;

/** What a file to download is, and how its name ends. */
enum FileFormat {
    CSV("text/csv;charset=UTF-8", ".csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
    PDF("application/pdf", ".pdf"),
    JSON_LINES("application/gzip", ".jsonl.gz");

    private final String mediaType;
    private final String ending;

    FileFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }
}

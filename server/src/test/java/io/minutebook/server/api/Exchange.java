package io.minutebook.server.api;

import org.jspecify.annotations.Nullable;

/** A request of the API and what was answered to it; the path is below {@code /api}. */
record Exchange(String method, String path, @Nullable String body, Reply reply) {

    boolean isSuccess() {
        return reply.status() < 300;
    }

    /** How its example is called: the code of a problem, else the status. */
    String name() {
        return isSuccess() ? Integer.toString(reply.status()) : reply.at("/code");
    }

    boolean isFile() {
        return !extension().equals(".json");
    }

    /** Of the file that its example is kept in; empty where nobody can read it. */
    String extension() {
        var type = reply.header("Content-Type").orElse("");
        if (type.startsWith("text/csv")) return ".csv";
        if (type.startsWith("text/plain")) return ".txt";
        if (type.startsWith("application/jsonl")) return ".jsonl";
        return type.contains("json") ? ".json" : "";
    }
}

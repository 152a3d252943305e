package io.minutebook.server.demo;

import java.net.URI;
import java.nio.file.Path;

/** Shell commands as a reader copies them: complete, with the key's real place and the server's real port. */
record Commands(URI server, Path keyFile) {

    String address(String path) {
        return server.resolve(path).toString();
    }

    String get(String path) {
        return "  %s %s".formatted(curl(), resource(path));
    }

    String put(String path, String body) {
        return "  %s -X PUT -H 'Content-Type: application/json' -d '%s' %s".formatted(curl(), body, resource(path));
    }

    String post(String path) {
        return "  %s -X POST %s".formatted(curl(), resource(path));
    }

    String verify() {
        var program = System.getProperty("minutebook.program", "./minutebook");
        return "  %s verify --data %s".formatted(quoted(program), quoted(folder().toString()));
    }

    private String curl() {
        return "curl -sS --fail-with-body -w '\\n' -H \"Authorization: Bearer $(cat %s)\"".formatted(
                quoted(keyFile.toString()));
    }

    private String resource(String path) {
        return quoted(address("/api/v1/" + path));
    }

    private Path folder() {
        return keyFile.toAbsolutePath().resolveSibling("");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

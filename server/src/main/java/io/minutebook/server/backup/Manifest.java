package io.minutebook.server.backup;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The SHA-256 of each file of a backup, in the form that {@code sha256sum --check} reads. It is written last:
 * without it a backup is not whole.
 *
 * @param hashes by path within the backup
 */
record Manifest(Map<String, String> hashes) {

    static final String FILE = "SHA256SUMS";

    private static final String SEPARATOR = "  ";

    Manifest() {
        this(new TreeMap<>());
    }

    static Manifest of(Path backup) {
        var manifest = new Manifest();
        try {
            for (var line : Files.readAllLines(backup.resolve(FILE))) {
                int end = line.indexOf(SEPARATOR);
                manifest.hashes.put(line.substring(end + SEPARATOR.length()), line.substring(0, end));
            }
            return manifest;
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            throw new CannotStart("no whole backup lies in " + backup + ": name another with --from", unreadable);
        }
    }

    void add(String path, String hash) {
        hashes.put(path, hash);
    }

    /** Throws when a file is gone. */
    static void requireThere(Path file, String path) {
        if (Files.exists(file)) return;
        throw new CannotStart("the backup is damaged: " + path + " is missing; use another backup");
    }

    /** Throws when a file is not what it was when the backup was made. */
    void check(String path, String hash) {
        if (hash.equals(hashes.get(path))) return;
        throw new CannotStart("the backup is damaged: " + path + " is not what was backed up; use another backup");
    }

    byte[] text() {
        return hashes.entrySet().stream()
                .map(file -> file.getValue() + SEPARATOR + file.getKey() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}

package io.minutebook.server.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The threads and open files of a process. */
record Footprint(long threads, long files) {

    private static final long MORE_THREADS = 20;
    private static final long MORE_FILES = 60;

    static Footprint of(long pid) {
        var process = Path.of("/proc", Long.toString(pid));
        try (var threads = Files.list(process.resolve("task"));
                var files = Files.list(process.resolve("fd"))) {
            return new Footprint(threads.count(), files.count());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    Footprint most(Footprint other) {
        return new Footprint(Math.max(threads, other.threads), Math.max(files, other.files));
    }

    /** A pool may be fuller than it was; what leaks with each fault is more than that. */
    boolean isLike(Footprint before) {
        return threads <= before.threads + MORE_THREADS && files <= before.files + MORE_FILES;
    }
}

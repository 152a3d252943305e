package io.minutebook.server.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The system clock as one server of a deployment sees it, where Debian's libfaketime is there to show it another. */
record SystemClock(Path file) {

    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    static SystemClock in(Path folder) {
        var clock = new SystemClock(folder.resolve("faketime"));
        clock.set(0);
        return clock;
    }

    static boolean canBeSet() {
        return Files.exists(LIBRARY);
    }

    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD", LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }

    /** Shows that many seconds more, or less, than there are. */
    void set(int seconds) {
        try {
            var draft = Files.writeString(file.resolveSibling("faketime.new"), "%+ds".formatted(seconds));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package io.minutebook.server.backup;

import java.io.PrintStream;

/** Tells a person who waits how much has been copied. */
final class Progress {

    private static final long BYTES_BETWEEN_LINES = 256L << 20;
    private static final int MEBIBYTE_BITS = 20;

    private final PrintStream err;
    private long bytes;

    Progress(PrintStream err) {
        this.err = err;
    }

    void say(String line) {
        err.println(line);
    }

    void moved(long more) {
        long before = bytes;
        bytes += more;
        if (bytes / BYTES_BETWEEN_LINES > before / BYTES_BETWEEN_LINES) {
            err.printf("  copied %,d MiB%n", mebibytes());
        }
    }

    long mebibytes() {
        return bytes >> MEBIBYTE_BITS;
    }
}

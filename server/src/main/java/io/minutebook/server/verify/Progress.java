package io.minutebook.server.verify;

import java.io.PrintStream;

/** Tells a person who waits how far the check has got. */
final class Progress {

    private static final long ROWS_BETWEEN_LINES = 100_000;

    private final PrintStream err;

    Progress(PrintStream err) {
        this.err = err;
    }

    void begin(String step) {
        err.printf("checking %s%n", step);
    }

    void row(long done, long total) {
        if (done % ROWS_BETWEEN_LINES == 0) err.printf("  %,d of %,d events%n", done, total);
    }
}

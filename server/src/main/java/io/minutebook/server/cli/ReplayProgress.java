package io.minutebook.server.cli;

import java.io.PrintStream;
import java.time.Duration;

/** Tells a person who waits how far a replay is, how fast and for how long yet; a line at most every two seconds. */
final class ReplayProgress {

    private static final long BETWEEN_LINES_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintStream err;
    private final String projection;
    private final long from;
    private final long start = System.nanoTime();
    private long lastLine = start;

    ReplayProgress(PrintStream err, String projection, long from) {
        this.err = err;
        this.projection = projection;
        this.from = from;
        err.printf("replaying %s%n", projection);
    }

    /** Both are positions. */
    void show(long done, long of) {
        long now = System.nanoTime();
        if (now - lastLine < BETWEEN_LINES_NANOS) return;
        lastLine = now;
        long rate = rate(done, now);
        var left = rate == 0 ? "" : ", %,d s left".formatted(Math.max(0, of - done) / rate);
        err.printf("  %,d of %,d events, %,d/s%s%n", done, of, rate, left);
    }

    String summary(long done) {
        long now = System.nanoTime();
        return "%s is replayed: %,d events in %,d s, %,d/s"
                .formatted(projection, done, (now - start) / NANOS_PER_SECOND, rate(done, now));
    }

    private long rate(long done, long now) {
        return Math.max(0, done - from) * NANOS_PER_SECOND / Math.max(1, now - start);
    }
}

package io.minutebook.server.cli;

import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.projections.ProjectionStatus.ReplayState;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

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

    /** Its rate is that of the last seconds, whoever builds it. */
    void show(ProjectionStatus.ReplayProgress seen) {
        long now = System.nanoTime();
        if (now - lastLine < BETWEEN_LINES_NANOS) return;
        lastLine = now;
        var left = seen.remainingSeconds();
        err.printf(
                "  %,d of %,d events, %,d/s%s%s%n",
                seen.done(),
                seen.of(),
                seen.eventsPerSecond(),
                left == null ? "" : ", %,d s left".formatted(left),
                seen.state() == ReplayState.BUILDING ? "" : ", " + seen.state().name().toLowerCase(Locale.ROOT));
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

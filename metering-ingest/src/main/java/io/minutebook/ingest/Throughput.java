package io.minutebook.ingest;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records per second between two looks at a counter; looks less than a second apart are told the last figure.
 */
final class Throughput {

    private static final long SHORTEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private @Nullable Look last;
    private long perSecond;

    synchronized long perSecond(long records, long nowNanos) {
        var now = new Look(records, nowNanos);
        if (last == null) {
            last = now;
        } else if (nowNanos - last.nanos() >= SHORTEST_NANOS) {
            long millis = TimeUnit.NANOSECONDS.toMillis(nowNanos - last.nanos());
            perSecond = (records - last.records()) * 1_000 / millis;
            last = now;
        }
        return perSecond;
    }

    private record Look(long records, long nanos) {}
}

package io.minutebook.reporting.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many events a second were done in the last seconds, pauses included. */
final class Pace {

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

    private final Deque<Done> done = new ArrayDeque<>();
    private long events;

    Pace() {
        done.add(new Done(System.nanoTime(), 0));
    }

    /** How many there were in all by then. */
    private record Done(long atNanos, long events) {}

    void did(int more) {
        events += more;
        long now = System.nanoTime();
        while (done.size() > 1 && now - done.getFirst().atNanos() > REMEMBERED_NANOS) done.removeFirst();
        done.add(new Done(now, events));
    }

    long perSecond() {
        var first = done.getFirst();
        var last = done.getLast();
        long nanos = Math.max(1, last.atNanos() - first.atNanos());
        return (last.events() - first.events()) * NANOS_PER_SECOND / nanos;
    }
}

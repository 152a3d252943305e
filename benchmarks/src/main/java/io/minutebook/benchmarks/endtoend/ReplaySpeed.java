package io.minutebook.benchmarks.endtoend;

import io.minutebook.reporting.Projections;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.replay.Replay;

/**
 * How fast read models are built anew from the first event, as an operator has it done, one after the other while nothing
 * else is.
 *
 * @param slowest events of the ledger per second until the read model that takes longest has taken its place
 * @param all events of the ledger per second until all of them have
 */
record ReplaySpeed(double slowest, double all) {

    private static final long LOOK_EVERY_MILLIS = 20;

    static ReplaySpeed of(BenchLedger ledger, long events) throws InterruptedException {
        double longest = 0;
        double total = 0;
        for (var projection : Projections.ALL) {
            double seconds = secondsOf(projection, ledger);
            System.err.printf("replay of %s: %.0f events/s%n", projection.name(), events / seconds);
            longest = Math.max(longest, seconds);
            total += seconds;
        }
        return new ReplaySpeed(events / longest, events / total);
    }

    private static double secondsOf(Projection projection, BenchLedger ledger) throws InterruptedException {
        long startNanos = System.nanoTime();
        long asked = ledger.replays().request(projection.name(), "bench").id();
        var replay = found(ledger, asked);
        while (replay.isOpen()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            replay = found(ledger, asked);
        }
        if (replay.error() != null) throw new IllegalStateException("a replay was given up: " + replay.error());
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static Replay found(BenchLedger ledger, long asked) {
        return ledger.replays().find(asked).orElseThrow();
    }
}

package io.minutebook.benchmarks.endtoend;

import io.minutebook.reporting.Projections;
import io.minutebook.reporting.replay.Replay;
import java.util.List;

/** How fast all read models are built anew from the first event, as an operator has it done, while nothing else is. */
final class ReplaySpeed {

    private static final long LOOK_EVERY_MILLIS = 50;

    private ReplaySpeed() {}

    /** Events of the ledger per second until the last new read model has taken its place. */
    static double eventsPerSecond(BenchLedger ledger, long events) throws InterruptedException {
        long startNanos = System.nanoTime();
        var asked = Projections.ALL.stream()
                .map(projection -> ledger.replays().request(projection.name(), "bench").id())
                .toList();
        while (found(ledger, asked).stream().anyMatch(Replay::isOpen)) Thread.sleep(LOOK_EVERY_MILLIS);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        for (var replay : found(ledger, asked)) {
            if (replay.error() != null) throw new IllegalStateException("a replay was given up: " + replay.error());
        }
        return events / seconds;
    }

    private static List<Replay> found(BenchLedger ledger, List<Long> asked) {
        return asked.stream().map(id -> ledger.replays().find(id).orElseThrow()).toList();
    }
}

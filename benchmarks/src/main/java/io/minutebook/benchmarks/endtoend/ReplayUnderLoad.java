package io.minutebook.benchmarks.endtoend;

import io.minutebook.reporting.Projections;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ingest loses while read models are built anew: the same number of records is booked without a replay, while all
 * read models are replayed one after the other, and once more without, so that a ledger that grows or a machine that
 * tires is not taken for the replay.
 *
 * @param storedEvents usage that lay in the ledger when the clock started
 * @param records booked each time
 * @param committedBefore records a second, without a replay
 * @param committedMeanwhile while read models were replayed
 * @param committedAfter without a replay again
 * @param committedRatio the one in the middle to the mean of the others
 * @param visibleRatio the same of records that readers see
 * @param replayedEvents events that were written into read models meanwhile
 * @param replayedPerSecond of them a second, pauses included
 */
record ReplayUnderLoad(
        long storedEvents,
        long records,
        double committedBefore,
        double committedMeanwhile,
        double committedAfter,
        double visibleBefore,
        double visibleMeanwhile,
        double visibleAfter,
        double committedRatio,
        double visibleRatio,
        long replayedEvents,
        double replayedPerSecond) {

    private static final long LOOK_EVERY_MILLIS = 20;
    private static final int PHASES = 3;
    private static final double NANOS = 1e9;

    static ReplayUnderLoad measured(BenchLedger ledger, Scenario scenario) throws InterruptedException {
        var workload = Workload.measured(scenario);
        var progress = new Progress(ledger.jdbc());
        long records = 2 * scenario.records() / PHASES; // the steady stream's are left over here
        ledger.moveClock(Workload.end());
        booked("to warm up", scenario.warmUp(), workload, ledger, progress);
        var before = booked("without a replay", records, workload, ledger, progress);
        long eventsBefore = replayed(ledger);
        long startNanos = System.nanoTime();
        var meanwhile = duringReplays(
                ledger, () -> booked("while read models are replayed", records, workload, ledger, progress));
        double seconds = (System.nanoTime() - startNanos) / NANOS;
        long replayed = replayed(ledger) - eventsBefore;
        awaitReplays(ledger);
        var after = booked("without a replay", records, workload, ledger, progress);
        return new ReplayUnderLoad(
                scenario.storedEvents(),
                records,
                before.committedPerSecond(),
                meanwhile.committedPerSecond(),
                after.committedPerSecond(),
                before.visiblePerSecond(),
                meanwhile.visiblePerSecond(),
                after.visiblePerSecond(),
                2 * meanwhile.committedPerSecond() / (before.committedPerSecond() + after.committedPerSecond()),
                2 * meanwhile.visiblePerSecond() / (before.visiblePerSecond() + after.visiblePerSecond()),
                replayed,
                replayed / seconds);
    }

    private static Throughput booked(
            String when, long records, Workload workload, BenchLedger ledger, Progress progress)
            throws InterruptedException {
        System.err.printf("publishing and booking %d records %s%n", records, when);
        workload.publish(ledger, records);
        var booked = Throughput.measured(ledger, progress, records);
        ledger.stopIngest();
        System.err.printf("%.0f records/s committed, %.0f visible%n", booked.committedPerSecond(), booked.visiblePerSecond());
        return booked;
    }

    /** As soon as all are done they are asked for again, so that there is one at every moment. */
    private static Throughput duringReplays(BenchLedger ledger, Callable<Throughput> work) throws InterruptedException {
        var goesOn = new AtomicBoolean(true);
        try (var asker = Executors.newSingleThreadExecutor()) {
            var asking = asker.submit(() -> {
                while (goesOn.get()) {
                    if (open(ledger) == 0) request(ledger);
                    Thread.sleep(LOOK_EVERY_MILLIS);
                }
                return null;
            });
            try {
                return work.call();
            } finally {
                goesOn.set(false);
                asking.get();
            }
        } catch (InterruptedException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The usage, which takes longest, first. */
    private static void request(BenchLedger ledger) {
        List<String> names = new ArrayList<>(List.of("usage"));
        Projections.ALL.forEach(projection -> names.add(projection.name()));
        names.forEach(name -> ledger.replays().request(name, "bench"));
    }

    private static void awaitReplays(BenchLedger ledger) throws InterruptedException {
        System.err.println("waiting for the replays to end");
        while (open(ledger) > 0) Thread.sleep(LOOK_EVERY_MILLIS);
    }

    private static long open(BenchLedger ledger) {
        return number(ledger, "select count(*) from projection_replay where finished_at is null");
    }

    private static long replayed(BenchLedger ledger) {
        return number(ledger, "select coalesce(sum(events), 0) from projection_replay");
    }

    private static long number(BenchLedger ledger, String sql) {
        return ledger.jdbc().sql(sql).query(Long.class).single();
    }

    void print() {
        System.out.println(JsonMapper.shared().writeValueAsString(this));
    }
}

package io.minutebook.benchmarks.endtoend;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What it took the ledger to work off records that lay on Kafka when it began: until the last was committed, and
 * until the last was visible.
 *
 * @param peakHeapBytes the most memory in use that was seen, garbage included
 * @param liveHeapBytes what is in use at its end, without garbage
 * @param databaseBytes by how much the database has grown
 */
record Throughput(
        long records,
        Duration committed,
        Duration visible,
        CpuTime cpu,
        long peakHeapBytes,
        long liveHeapBytes,
        long databaseBytes) {

    private static final long LOOK_EVERY_MILLIS = 20;
    private static final long SHOW_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(20);

    /** Lets the ledger read so many records, which Kafka holds, and waits until all are visible. */
    static Throughput measured(BenchLedger ledger, Progress progress, long records) throws InterruptedException {
        long before = progress.booked();
        long bytesBefore = progress.databaseBytes();
        var cpuBefore = CpuTime.now(ledger.postgresPid());
        long startNanos = System.nanoTime();
        ledger.startIngest();
        var heap = new PeakHeap();
        await(startNanos, heap, () -> progress.booked() - before, records);
        long committedNanos = System.nanoTime();
        long last = progress.lastPosition();
        await(startNanos, heap, progress::visiblePosition, last);
        long visibleNanos = System.nanoTime();
        var cpu = CpuTime.now(ledger.postgresPid()).since(cpuBefore);
        System.gc();
        return new Throughput(
                records,
                Duration.ofNanos(committedNanos - startNanos),
                Duration.ofNanos(visibleNanos - startNanos),
                cpu,
                heap.bytes(),
                PeakHeap.usedBytes(),
                progress.databaseBytes() - bytesBefore);
    }

    private interface Figure {
        long now();
    }

    private static void await(long startNanos, PeakHeap heap, Figure figure, long goal) throws InterruptedException {
        long shownNanos = System.nanoTime();
        for (long now = figure.now(); now < goal; now = figure.now()) {
            heap.look();
            if (System.nanoTime() - shownNanos > SHOW_EVERY_NANOS) {
                System.err.printf("%d of %d%n", now, goal);
                shownNanos = System.nanoTime();
            }
            if (System.nanoTime() - startNanos > PATIENCE_NANOS) {
                throw new IllegalStateException("stuck at " + now + " of " + goal);
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    double committedPerSecond() {
        return perSecond(committed);
    }

    double visiblePerSecond() {
        return perSecond(visible);
    }

    private double perSecond(Duration duration) {
        return records * 1e9 / duration.toNanos();
    }

    double jvmCpuSecondsPer10k() {
        return cpu.jvm().toNanos() / 1e9 * 10_000 / records;
    }

    double postgresCpuSecondsPer10k() {
        return cpu.postgres().toNanos() / 1e9 * 10_000 / records;
    }

    /** The heap at its fullest. */
    static final class PeakHeap {
        private long bytes;

        void look() {
            bytes = Math.max(bytes, usedBytes());
        }

        static long usedBytes() {
            var runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }

        long bytes() {
            return bytes;
        }
    }
}

package io.minutebook.server.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.reporting.feed.LedgerEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slow, rolled-back and back-dated writers side by side, while readers read: nothing is missed or out of order. */
class ReadingOrderTortureIT {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS_PER_WRITER = 350;
    private static final int STREAMS = 40;

    private final long seed = Long.getLong("torture.seed", System.nanoTime());

    @Test
    void everyReaderSeesEveryCommittedEventOfEachStreamInSequence() throws Exception {
        System.out.println("torture.seed=" + seed);
        try (var ledger = LedgerDatabase.create();
                var reader = new LedgerReader(ledger);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new CountDownLatch(WRITERS);
            var early = threads.submit(() -> readAll(ledger, reader.fromTheStart("early"), written));
            var writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(write(ledger, new Random(seed + writer), written)))
                    .toList();
            for (Future<?> writer : writers) writer.get();
            var late = threads.submit(() -> readAll(ledger, reader.fromTheStart("late"), written));

            assertSeesEverything(ledger, early.get());
            assertSeesEverything(ledger, late.get());
        }
    }

    private static Callable<Void> write(LedgerDatabase ledger, Random random, CountDownLatch written) {
        return () -> {
            try {
                for (int i = 0; i < TRANSACTIONS_PER_WRITER; i++) writeOne(ledger, random);
            } finally {
                written.countDown();
            }
            return null;
        };
    }

    private static void writeOne(LedgerDatabase ledger, Random random) throws SQLException {
        try (var writing = Writing.begin(ledger)) {
            var streams = new TreeSet<String>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) streams.add("packs-" + random.nextInt(STREAMS));
            var next = new TreeMap<String, Long>();
            for (var stream : streams) next.put(stream, writing.nextSequence(stream));
            dawdle(writing, random);
            for (var stream : next.entrySet()) append(writing, stream.getKey(), stream.getValue(), random);
            dawdle(writing, random);
            if (random.nextInt(10) > 0) writing.commit();
        }
    }

    private static void append(Writing writing, String stream, long next, Random random) throws SQLException {
        int events = 1 + random.nextInt(8);
        long position = writing.draw(events);
        var recordedAt = Instant.now().minus(Duration.ofMinutes(random.nextInt(100_000)));
        for (int i = 0; i < events; i++) writing.insert(position + i, stream, next + i, recordedAt);
    }

    /** One transaction in eight is slow, and a few are very slow. */
    private static void dawdle(Writing writing, Random random) throws SQLException {
        if (random.nextInt(8) > 0) return;
        writing.execute("select pg_sleep(" + (random.nextInt(20) == 0 ? "0.3" : "0.01") + ")");
    }

    private static List<LedgerEvent> readAll(
            LedgerDatabase ledger, LedgerReader.Way way, CountDownLatch written) throws InterruptedException {
        var all = way.readTo(1_000);
        written.await();
        all.addAll(way.readTo(ledger.positions().getLast()));
        return all;
    }

    private static void assertSeesEverything(LedgerDatabase ledger, List<LedgerEvent> seen) {
        assertThat(seen).extracting(LedgerEvent::position).isEqualTo(ledger.positions());
        assertThat(seen).hasSizeGreaterThan(10_000);
        Map<String, Long> last = new HashMap<>();
        for (var event : seen) {
            var before = last.put(event.stream(), event.sequence());
            assertThat(event.sequence()).as("sequence at %s", event).isEqualTo(before == null ? 0 : before + 1);
        }
    }
}

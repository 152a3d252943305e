package io.minutebook.benchmarks.endtoend;

import io.minutebook.server.cli.Publication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How long after it was handed to Kafka each record of a steady stream was visible. */
record Delays(long p50Millis, long p99Millis, long maxMillis, long records) {

    private static final int TICK_MILLIS = 10;
    private static final int LOOK_EVERY_MILLIS = 5;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    /** Publishes at a steady pace while the ledger runs, and looks when each record became visible. */
    static Delays measured(
            BenchLedger ledger, Progress progress, Workload workload, double recordsPerSecond, Duration duration)
            throws InterruptedException {
        var starts = ends(ledger);
        long firstPosition = progress.lastPosition() + 1;
        long goal = progress.accepted() + (long) (recordsPerSecond * duration.toSeconds());
        var seen = new TreeMap<Long, Long>();
        var done = new AtomicBoolean();
        var watcher = Thread.ofPlatform().start(() -> watch(progress, seen, done));
        publishSteadily(ledger, workload, recordsPerSecond, goal - progress.accepted());
        long startNanos = System.nanoTime();
        while (progress.accepted() < goal || progress.visiblePosition() < progress.lastPosition()) {
            if (System.nanoTime() - startNanos > PATIENCE_NANOS) throw new IllegalStateException("stuck");
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        done.set(true);
        watcher.join();
        seen.put(progress.visiblePosition(), System.currentTimeMillis());
        return of(delays(ledger, handedOver(ledger, starts), seen, firstPosition));
    }

    private static void publishSteadily(
            BenchLedger ledger, Workload workload, double recordsPerSecond, long records)
            throws InterruptedException {
        try (var publication = new Publication(ledger.kafka(), BenchLedger.TOPIC)) {
            long startNanos = System.nanoTime();
            long sent = 0;
            while (sent < records) {
                double elapsedSeconds = (System.nanoTime() - startNanos) / 1e9;
                long due = Math.min(records, (long) (elapsedSeconds * recordsPerSecond));
                for (; sent < due; sent++) workload.send(publication);
                Thread.sleep(TICK_MILLIS);
            }
            Workload.acknowledged(publication);
        }
    }

    private static void watch(Progress progress, TreeMap<Long, Long> seen, AtomicBoolean done) {
        while (!done.get()) {
            seen.putIfAbsent(progress.visiblePosition(), System.currentTimeMillis());
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Where on Kafka, and the position of its event. */
    private record Place(int partition, long offset) {}

    private static List<Long> delays(
            BenchLedger ledger, Map<Place, Long> handedOver, TreeMap<Long, Long> seen, long firstPosition) {
        var delays = new ArrayList<Long>();
        ledger.jdbc()
                .sql("""
                        select position, metadata ->> 'partition', metadata ->> 'offset' from ledger_event
                        where position >= ?""")
                .param(firstPosition)
                .query(row -> {
                    var place = new Place(row.getInt(2), row.getLong(3));
                    var visible = seen.ceilingEntry(row.getLong(1));
                    if (handedOver.containsKey(place)) delays.add(visible.getValue() - handedOver.get(place));
                });
        return delays;
    }

    private static Delays of(List<Long> delays) {
        var sorted = delays.stream().sorted().toList();
        return new Delays(
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), sorted.getLast(), sorted.size());
    }

    private static KafkaConsumer<byte[], byte[]> consumer(BenchLedger ledger) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", ledger.kafka(), "max.poll.records", 10_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return consumer.partitionsFor(BenchLedger.TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static Map<TopicPartition, Long> ends(BenchLedger ledger) {
        try (var consumer = consumer(ledger)) {
            return consumer.endOffsets(partitions(consumer));
        }
    }

    /** The producer's own time of each record from those offsets on. */
    private static Map<Place, Long> handedOver(BenchLedger ledger, Map<TopicPartition, Long> starts) {
        var times = new HashMap<Place, Long>();
        try (var consumer = consumer(ledger)) {
            var ends = consumer.endOffsets(starts.keySet());
            consumer.assign(starts.keySet());
            starts.forEach(consumer::seek);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    times.put(new Place(record.partition(), record.offset()), record.timestamp());
                }
            }
        }
        return times;
    }
}

package io.minutebook.ingest;

import static java.util.Map.entry;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads usage records on this machine: consumers of one group, which shares the partitions among all nodes.
 */
public final class IngestNode {

    public static final String GROUP = "minutebook-ingest";

    private static final Logger LOG = LoggerFactory.getLogger(IngestNode.class);
    private static final int MAX_PARTITION_FETCH_BYTES = 4 * 1024 * 1024;

    /** A partition that goes on waits for the fetch that is under way. */
    private static final int FETCH_WAIT_MILLIS = 100;

    /** Of a session: two may be lost on the way. */
    private static final int HEARTBEATS = 3;

    private static final String ASSIGNOR = CooperativeStickyAssignor.class.getName();
    private static final long STOP_MILLIS = 30_000;

    private final IngestSettings settings;
    private final IngestDesk desk;
    private final List<IngestConsumer> consumers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    public IngestNode(
            IngestSettings settings,
            Topics topics,
            BatchBooking booking,
            JdbcClient jdbc,
            InstantSource clock) {
        this(settings, topics, booking, BatchWatch.NONE, jdbc, clock);
    }

    public IngestNode(
            IngestSettings settings,
            Topics topics,
            BatchBooking booking,
            BatchWatch watch,
            JdbcClient jdbc,
            InstantSource clock) {
        this.settings = settings;
        var offsets = new IngestOffsets(jdbc);
        this.desk = new IngestDesk(offsets, topics, booking, watch, clock, settings.maxPollRecords());
    }

    public synchronized void start() {
        if (isRunning()) return;
        for (int i = 0; i < settings.consumers(); i++) {
            var consumer = new IngestConsumer(this::newConsumer, settings, desk);
            consumers.add(consumer);
            threads.add(Thread.ofPlatform().name("ingest-" + i).start(consumer));
        }
        LOG.info("ingest reads {} with {} consumers", settings.topic(), settings.consumers());
    }

    /** Each consumer finishes the batch in hand and leaves the group. */
    public synchronized void stop() {
        consumers.forEach(IngestConsumer::stop);
        for (var thread : threads) join(thread);
        consumers.clear();
        threads.clear();
    }

    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) LOG.warn("{} is still busy with a batch and is not waited for", thread);
    }

    /** Offsets live in the database: Kafka is neither asked where to begin nor trusted with where we are. */
    private Consumer<byte[], byte[]> newConsumer() {
        int sessionMillis = Math.toIntExact(settings.sessionTimeout().toMillis());
        return new KafkaConsumer<>(
                Map.ofEntries(
                        entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers()),
                        entry(ConsumerConfig.GROUP_ID_CONFIG, GROUP),
                        entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                        entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"),
                        entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                        entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                        entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords()),
                        entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS),
                        entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_PARTITION_FETCH_BYTES),
                        entry(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, ASSIGNOR),
                        entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionMillis),
                        entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionMillis / HEARTBEATS)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}

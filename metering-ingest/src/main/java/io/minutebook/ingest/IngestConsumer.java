package io.minutebook.ingest;

import io.minutebook.ingest.PartitionFeed.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop of one consumer thread: polls, and hands each assigned partition what came for it. */
final class IngestConsumer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestConsumer.class);
    private static final long NEW_CONSUMER_AFTER_MILLIS = 2_000;
    private static final long LOOK_AT_TOPIC_NANOS = Duration.ofSeconds(5).toNanos();

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final IngestSettings settings;
    private final IngestDesk desk;
    private final Backoff backoff =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), ThreadLocalRandom.current());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<TopicPartition, PartitionFeed> feeds = new LinkedHashMap<>();

    private volatile @Nullable Consumer<byte[], byte[]> current;
    private int outages;
    private long lookedAtTopic = System.nanoTime();

    IngestConsumer(Supplier<Consumer<byte[], byte[]>> consumers, IngestSettings settings, IngestDesk desk) {
        this.consumers = consumers;
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try {
                consume();
            } catch (WakeupException _) {
                LOG.debug("a consumer was woken to stop");
            } catch (RuntimeException e) {
                LOG.error("a consumer ended; another takes its place", e);
                pauseUnlessStopping();
            }
        }
    }

    private void consume() {
        try (var consumer = consumers.get()) {
            current = consumer;
            feeds.clear();
            consumer.subscribe(List.of(settings.topic()), new Assignment(consumer));
            while (!isStopping()) round(consumer);
        } finally {
            current = null;
        }
    }

    private void round(Consumer<byte[], byte[]> consumer) {
        wakeTheDue();
        lookAtTheTopic();
        ConsumerRecords<byte[], byte[]> polled;
        try {
            polled = consumer.poll(settings.maxPollWait());
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().keySet().forEach(this::lost);
            return;
        }
        distribute(polled);
    }

    private void wakeTheDue() {
        long now = System.nanoTime();
        for (var feed : feeds.values()) {
            if (feed.goOnWhenDue(now) == Outcome.OUTAGE) {
                standBack();
                return;
            }
        }
    }

    /** A topic that was made anew may hold as much as was read: the consumer then goes on as if nothing had happened. */
    private void lookAtTheTopic() {
        if (System.nanoTime() - lookedAtTopic < LOOK_AT_TOPIC_NANOS || feeds.isEmpty()) return;
        lookedAtTopic = System.nanoTime();
        try {
            var topicId = desk.topics().idOf(settings.topic());
            feeds.values().forEach(feed -> feed.goOnOnlyIn(topicId));
        } catch (KafkaException away) {
            LOG.debug("the topic's id is not known for now", away);
        }
    }

    private void lost(TopicPartition partition) {
        var feed = feeds.get(partition);
        if (feed != null) feed.lost();
    }

    /**
     * The next offsets name partitions without records too: those whose position passed what is no record.
     */
    private void distribute(ConsumerRecords<byte[], byte[]> polled) {
        for (var next : polled.nextOffsets().entrySet()) {
            var feed = feeds.get(next.getKey());
            if (feed == null) continue;
            var outcome = feed.take(polled.records(next.getKey()), next.getValue());
            if (outcome == Outcome.OUTAGE) {
                standBack();
                return;
            }
            if (outcome == Outcome.GOING_ON) outages = 0;
        }
    }

    /**
     * One failed try is enough for all partitions: they wait together, and the first to go on is the next
     * try.
     */
    private void standBack() {
        outages++;
        long nanos = backoff.nanosAfter(outages);
        feeds.values().forEach(feed -> feed.await(nanos));
    }

    /** The batch in hand is finished first. */
    void stop() {
        stopping.countDown();
        var consumer = current;
        if (consumer != null) consumer.wakeup();
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void pauseUnlessStopping() {
        try {
            stopping.await(NEW_CONSUMER_AFTER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            stopping.countDown();
        }
    }

    /**
     * Partitions come and go with the group; whatever is in hand when one goes is fenced off by its offset.
     */
    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        Assignment(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (var partition : partitions) {
                feeds.put(partition, new PartitionFeed(consumer, partition, desk));
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(feeds::remove);
        }
    }
}

package io.minutebook.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledger's topics on Kafka: what is missing is made, what exists is used as it is. */
public final class Topics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int PARTITIONS = 8;

    /**
     * Well above the ledger's own limit of 1 MiB, so that a record too large is refused by us, with a reason.
     */
    private static final int MAX_MESSAGE_BYTES = 4 * 1024 * 1024;

    private static final long TIMEOUT_MILLIS = 10_000;

    private final Admin admin;

    public Topics(Admin admin) {
        this.admin = admin;
    }

    public static Topics at(String bootstrapServers) {
        return new Topics(Admin.create(Map.of("bootstrap.servers", bootstrapServers)));
    }

    /**
     * Makes the topics that do not exist.
     *
     * @param retention how long Kafka keeps records; empty where it never deletes by age
     */
    public void createMissing(Collection<String> names, Optional<Duration> retention) {
        var existing = outcome(admin.listTopics().names());
        for (var name : names) {
            if (existing.contains(name)) warnOfLowLimit(name);
            else create(name, retention);
        }
    }

    private void create(String name, Optional<Duration> retention) {
        var topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES),
                        TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(retention.map(Duration::toMillis).orElse(-1L))));
        try {
            outcome(admin.createTopics(List.of(topic)).all());
            LOG.info("created topic {} with {} partitions", name, PARTITIONS);
        } catch (TopicExistsException _) {
            warnOfLowLimit(name);
        }
    }

    private void warnOfLowLimit(String name) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var configs = outcome(admin.describeConfigs(List.of(resource)).all());
        var config = Objects.requireNonNull(configs.get(resource));
        int limit = Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
        if (limit < MAX_MESSAGE_BYTES) {
            LOG.warn(
                    "topic {} takes {} bytes a message at most; below {} Kafka refuses what the ledger would",
                    name, limit, MAX_MESSAGE_BYTES);
        }
    }

    /** Kafka's id of the topic; another topic of the same name has another id. */
    UUID idOf(String topic) {
        var id = describe(topic).topicId();
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** First and next offset of each partition, the partitions in order. */
    public Map<Integer, LogRange> rangesOf(String topic) {
        int partitions = describe(topic).partitions().size();
        var starts = offsetsOf(topic, partitions, OffsetSpec.earliest());
        var ends = offsetsOf(topic, partitions, OffsetSpec.latest());
        var ranges = new TreeMap<Integer, LogRange>();
        starts.forEach((partition, start) -> ranges.put(
                partition.partition(),
                new LogRange(start.offset(), Objects.requireNonNull(ends.get(partition)).offset())));
        return ranges;
    }

    /** The first offset of each partition whose record is not older; a partition without one is left out. */
    Map<Integer, Long> offsetsSince(String topic, Instant instant) {
        int partitions = describe(topic).partitions().size();
        var since = new TreeMap<Integer, Long>();
        offsetsOf(topic, partitions, OffsetSpec.forTimestamp(instant.toEpochMilli())).forEach((partition, found) -> {
            if (found.offset() >= 0) since.put(partition.partition(), found.offset());
        });
        return since;
    }

    /** Kafka forgets the records of a partition below that offset. */
    void deleteBelow(String topic, int partition, long offset) {
        var below = Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset));
        outcome(admin.deleteRecords(below).all());
    }

    private TopicDescription describe(String topic) {
        var described = outcome(admin.describeTopics(List.of(topic)).allTopicNames());
        return Objects.requireNonNull(described.get(topic));
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsetsOf(
            String topic, int partitions, OffsetSpec spec) {
        var asked = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, _ -> spec));
        var committedOnly = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return new HashMap<>(outcome(admin.listOffsets(asked, committedOnly).all()));
    }

    /** The offsets a partition's log holds, from and until. */
    public record LogRange(long start, long end) {}

    private static <T> T outcome(KafkaFuture<T> future) {
        try {
            return future.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException failure) throw failure;
            throw new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer within " + TIMEOUT_MILLIS + " ms", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

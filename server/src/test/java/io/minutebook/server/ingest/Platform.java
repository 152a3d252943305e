package io.minutebook.server.ingest;

import io.minutebook.server.fixture.RealParts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The telephony platform's side of a topic. */
final class Platform {

    private static final int LARGEST_REQUEST_BYTES = 4 * 1024 * 1024;

    final String topic;
    private final String kafka;

    Platform(String topic) {
        this(RealParts.kafka(), topic);
    }

    Platform(String kafka, String topic) {
        this.kafka = kafka;
        this.topic = topic;
    }

    void publish(int partition, List<byte[]> values) {
        try (var producer = producer(Map.of("bootstrap.servers", kafka))) {
            send(producer, partition, values);
        }
    }

    /** Publishes within a Kafka transaction, which leaves a marker behind that takes an offset. */
    void publishInTransaction(int partition, List<byte[]> values, boolean committed) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "transactional.id", topic);
        try (var producer = producer(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, partition, values);
            producer.flush();
            if (committed) producer.commitTransaction();
            else producer.abortTransaction();
        }
    }

    /** One request at a time: a topic made a moment ago may refuse the first of several and take the second. */
    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.put("max.in.flight.requests.per.connection", 1);
        all.put("max.request.size", LARGEST_REQUEST_BYTES);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int partition, List<byte[]> values) {
        for (var value : values) {
            var _ = producer.send(new ProducerRecord<>(topic, partition, null, value));
        }
    }

    /** Kafka loses the records of a partition below that offset. */
    void lose(int partition, long below) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(below)))
                    .all()
                    .get();
        }
    }

    /** The first offset Kafka still holds. */
    long logStart(int partition) throws ExecutionException, InterruptedException {
        var asked = new TopicPartition(topic, partition);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return admin.listOffsets(Map.of(asked, OffsetSpec.earliest()))
                    .partitionResult(asked)
                    .get()
                    .offset();
        }
    }

    /** What the topic itself says of the largest record it takes; empty where it leaves that to the broker. */
    Optional<String> ownLimit() throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var configs = Objects.requireNonNull(admin.describeConfigs(List.of(resource)).values().get(resource));
            return Optional.of(configs.get().get("max.message.bytes"))
                    .filter(config -> config.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .map(ConfigEntry::value);
        }
    }

    void deleteTopic() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }
}

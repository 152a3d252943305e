package io.minutebook.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final TopicPartition PARTITION = new TopicPartition("kept", 0);

    @TempDir
    Path folder;

    @Test
    void keepsItsRecordsAndItsIdentityAndMayChangeItsPort() throws Exception {
        String cluster;
        try (var first = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var admin = admin(first)) {
            cluster = admin.describeCluster().clusterId().get();
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty())))
                    .all().get();
            produce(first, 100);
        }
        try (var second = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var admin = admin(second)) {
            assertThat(admin.describeCluster().clusterId().get()).isEqualTo(cluster);
            assertThat(admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                    .partitionResult(PARTITION).get().offset())
                    .isEqualTo(100);
        }
    }

    @Test
    void deletesNothingByAgeAndCreatesNoTopicByItself() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
                var admin = admin(broker)) {
            var resource = new ConfigResource(
                    ConfigResource.Type.BROKER, "1");
            var configs = admin.describeConfigs(List.of(resource)).all().get();
            var config = Objects.requireNonNull(configs.get(resource));

            assertThat(config.get("log.retention.ms").value()).isEqualTo("-1");
            assertThat(config.get("auto.create.topics.enable").value()).isEqualTo("false");
            assertThat(config.get("message.max.bytes").value()).isEqualTo("4194304");
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    private static void produce(EmbeddedBroker broker, int records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.address(), "acks", "all");
        try (var producer = new KafkaProducer<>(
                settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int sent = 0; sent < records; sent++) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), new byte[] {1})).get();
            }
        }
    }
}

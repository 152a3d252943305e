package io.minutebook.server.ingest;

import static io.minutebook.server.ingest.Calls.malformed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minutebook.server.fixture.RealParts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLetterMirrorIT {

    private final IngestLedger ledger = new IngestLedger(RealParts.newDatabase());
    private final String topic = RealParts.newTopicName();

    @BeforeEach
    void refuseTwo() {
        ledger.partitionAt(0, 0);
        ledger.book(0, 0, List.of(malformed("s1"), malformed("s2")));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void copiesEachDeadLetterAsItCameWithItsIdAndReason() {
        var copies = RealParts.newTopic(1);
        try (var mirror = ledger.mirror(IngestLedger.settings(RealParts.kafka(), topic, copies))) {
            mirror.mirror();
            ledger.book(0, 2, List.of(malformed("s3")));
            mirror.mirror();
            mirror.mirror();
        }

        var found = read(copies, 3);
        assertThat(found).extracting(copy -> new String(copy.value(), UTF_8))
                .containsExactly(
                        new String(malformed("s1"), UTF_8),
                        new String(malformed("s2"), UTF_8),
                        new String(malformed("s3"), UTF_8));
        var first = found.getFirst();
        assertThat(new String(first.key(), UTF_8)).isEqualTo(Calls.ACCOUNT.value());
        assertThat(header(first, "trace")).isEqualTo("t-1");
        assertThat(header(first, "reason")).isEqualTo("MALFORMED");
        assertThat(header(first, "dead-letter-id")).isEqualTo(Long.toString(ledger.refused().getLast().id()));
    }

    @Test
    void aBrokerThatIsDownOnlyDelaysTheCopies() {
        try (var mirror = ledger.mirror(IngestLedger.settings("127.0.0.1:1", topic, topic + ".dlq"))) {
            assertThatThrownBy(mirror::mirror).isInstanceOf(KafkaException.class);
        }
        assertThat(ledger.jdbc.sql("select count(*) from dead_letter where mirrored_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);

        var copies = RealParts.newTopic(1);
        try (var mirror = ledger.mirror(IngestLedger.settings(RealParts.kafka(), topic, copies))) {
            mirror.mirror();
        }
        assertThat(read(copies, 2)).hasSize(2);
    }

    private static String header(ConsumerRecord<byte[], byte[]> copy, String name) {
        return new String(copy.headers().lastHeader(name).value(), UTF_8);
    }

    /** All of a topic of one partition, of which at least so many are expected. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int expected) {
        var partition = new TopicPartition(topic, 0);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", RealParts.kafka()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.endOffsets(List.of(partition)).get(partition)).isEqualTo(expected);
            while (found.size() < expected) consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
        }
        return found;
    }
}

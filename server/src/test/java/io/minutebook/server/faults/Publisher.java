package io.minutebook.server.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.minutebook.server.faults.UsageStream.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The platform: publishes in order, in the background and once each, and waits for a broker that is down. */
final class Publisher implements AutoCloseable {

    private static final String LONGER_THAN_ANY_OUTAGE_MILLIS = "300000";

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicLong published = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Publisher(String kafka, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(4 * 1024 * 1024),
                ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGER_THAN_ANY_OUTAGE_MILLIS,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LONGER_THAN_ANY_OUTAGE_MILLIS,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    void publish(List<Message> messages) {
        thread.execute(() -> {
            for (var message : messages) {
                var _ = producer.send(record(message), (_, failed) -> failure.compareAndSet(null, failed));
                published.incrementAndGet();
            }
        });
    }

    /** Without a header that says what it is: structured JSON. */
    private ProducerRecord<byte[], byte[]> record(Message message) {
        return new ProducerRecord<>(topic, message.key().getBytes(UTF_8), message.value());
    }

    /** Records handed over so far. */
    long published() {
        return published.get();
    }

    /** Waits until Kafka has acknowledged each; answers how many there are. */
    long complete() {
        thread.close();
        producer.flush();
        assertThat(failure.get()).as("why a record was not acknowledged").isNull();
        return published.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        producer.close(Duration.ZERO);
    }
}

package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Usage records on their way to Kafka, each sent as the bytes it is and counted until it is acknowledged. */
public final class Publication implements AutoCloseable {

    private static final JsonMapper json = JsonMapper.shared();
    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong acknowledgedBytes = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicReference<@Nullable Exception> firstFailure = new AtomicReference<>();
    private long keyless;

    public Publication(String kafka, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true",
                ProducerConfig.LINGER_MS_CONFIG, "5",
                ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 * 1024),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(4 * 1024 * 1024),
                ProducerConfig.MAX_BLOCK_MS_CONFIG, "15000",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class));
    }

    /**
     * Looks whether there is where to send to.
     *
     * @throws CannotStart when Kafka has no such topic
     */
    public void requireTopic() {
        try {
            producer.partitionsFor(topic);
        } catch (TimeoutException missing) {
            throw new CannotStart("Kafka has no topic %s: minutebook up creates usage-records; see --topic"
                    .formatted(topic), missing);
        }
    }

    /** Sends one record without waiting for it. */
    void publish(byte[] value) {
        var key = accountOf(value).map(account -> account.getBytes(StandardCharsets.UTF_8)).orElse(null);
        if (key == null) keyless++;
        publish(key, value);
    }

    /** Sends one record under a key that is known already. */
    public void publish(byte @Nullable [] key, byte[] value) {
        var message = new ProducerRecord<byte[], byte[]>(topic, key, value);
        message.headers().add("content-type", CONTENT_TYPE);
        var _ = producer.send(message, (metadata, failure) -> count(value.length, failure));
    }

    private void count(int bytes, @Nullable Exception failure) {
        if (failure == null) {
            acknowledged.incrementAndGet();
            acknowledgedBytes.addAndGet(bytes);
        } else {
            failures.incrementAndGet();
            firstFailure.compareAndSet(null, failure);
        }
    }

    /**
     * The subject, or else the account of the data; a record that names neither is for the ledger to refuse.
     */
    static Optional<String> accountOf(byte[] value) {
        try {
            var event = json.readTree(value);
            var subject = event.path("subject");
            var account = subject.isString() ? subject : event.path("data").path("accountId");
            return account.isString() ? Optional.of(account.stringValue()) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** Waits until each record was acknowledged or given up. */
    public void awaitAll() {
        producer.flush();
    }

    public boolean isComplete() {
        return failures.get() == 0;
    }

    long records() {
        return acknowledged.get();
    }

    long bytes() {
        return acknowledgedBytes.get();
    }

    public long failures() {
        return failures.get();
    }

    long keyless() {
        return keyless;
    }

    public Optional<String> firstFailure() {
        return Optional.ofNullable(firstFailure.get()).map(Exception::getMessage);
    }

    @Override
    public void close() {
        producer.close();
    }
}

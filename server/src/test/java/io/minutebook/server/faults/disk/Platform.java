package io.minutebook.server.faults.disk;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The telephony platform: it sends each call until Kafka has accepted it, and keeps in mind which those are. */
final class Platform implements AutoCloseable {

    static final String TOPIC = "usage-records";

    private static final int PATIENCE_MILLIS = 600_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();

    Platform(String kafka) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "delivery.timeout.ms", PATIENCE_MILLIS),
                new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends the calls of these numbers and waits until each is accepted or given up. */
    void publish(int from, int until) {
        for (int number = from; number < until; number++) send(number);
        producer.flush();
    }

    private void send(int number) {
        var _ = producer.send(new ProducerRecord<>(TOPIC, null, Calls.record(number)), (_, failure) -> {
            if (failure == null) accepted.add(number);
        });
    }

    Set<Integer> accepted() {
        return Set.copyOf(accepted);
    }

    @Override
    public void close() {
        producer.close();
    }
}

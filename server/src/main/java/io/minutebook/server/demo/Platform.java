package io.minutebook.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A telephony platform that publishes usage records, keyed by account, and knows that Kafka has them. */
final class Platform implements AutoCloseable {

    private static final String TOPIC = "usage-records";
    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json".getBytes(StandardCharsets.US_ASCII);

    private final KafkaProducer<String, String> producer;

    Platform(String kafka) {
        this.producer = new KafkaProducer<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.LINGER_MS_CONFIG, "5",
                ProducerConfig.MAX_BLOCK_MS_CONFIG, "15000",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class));
    }

    void publish(List<Message> messages) throws InterruptedException {
        var sent = new ArrayList<Future<?>>();
        for (var message : messages) {
            var record = new ProducerRecord<>(TOPIC, message.key(), message.value());
            record.headers().add("content-type", CONTENT_TYPE);
            sent.add(producer.send(record));
        }
        producer.flush();
        try {
            for (var one : sent) one.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Kafka did not take a usage record", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}

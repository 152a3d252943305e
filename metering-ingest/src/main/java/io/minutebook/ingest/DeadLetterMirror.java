package io.minutebook.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.minutebook.ingest.record.Header;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies dead letters to their topic, each at least once and oldest first: what Kafka has not taken is offered
 * again. The table stays the authority.
 */
public final class DeadLetterMirror implements AutoCloseable {

    private static final long LOCK = 7_236_003;
    private static final int ROWS = 100;
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;
    private static final int MAX_BLOCK_MILLIS = 5_000;
    private static final int DELIVERY_MILLIS = 10_000;
    private static final int REQUEST_MILLIS = 5_000;

    private final OneNodeAtATime oneNode;
    private final JdbcTemplate jdbc;
    private final IngestSettings settings;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    public DeadLetterMirror(JdbcTemplate jdbc, IngestSettings settings) {
        this.oneNode = new OneNodeAtATime(jdbc, LOCK);
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Copies all that has none yet; {@link KafkaException} while the broker is down, and nothing is forgotten.
     * No transaction is open while Kafka is talked to: the settled index would wait for it.
     */
    public synchronized void mirror() {
        oneNode.run(() -> {
            for (var copies = unmirrored(); !copies.isEmpty(); copies = unmirrored()) {
                publish(copies);
                var ids = copies.stream().map(Copy::id).toArray(Long[]::new);
                jdbc.update("update dead_letter set mirrored_at = now() where id = any(?)", (Object) ids);
            }
        });
    }

    private List<Copy> unmirrored() {
        return jdbc.query(
                """
                select id, reason, record_key, value, headers from dead_letter
                where mirrored_at is null order by id limit ?""",
                (row, _) -> copy(row),
                ROWS);
    }

    private Copy copy(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        var copy = new ProducerRecord<>(
                settings.deadLetterTopic(), row.getBytes("record_key"), row.getBytes("value"));
        for (Header header : HeaderJson.read(row.getString("headers"))) {
            copy.headers().add(header.key(), header.value());
        }
        copy.headers().add("dead-letter-id", Long.toString(id).getBytes(UTF_8));
        copy.headers().add("reason", row.getString("reason").getBytes(UTF_8));
        return new Copy(id, copy);
    }

    private record Copy(long id, ProducerRecord<byte[], byte[]> message) {

        /** For a topic that takes smaller values than the ledger does: the table has the value. */
        ProducerRecord<byte[], byte[]> withoutValue() {
            return new ProducerRecord<>(message.topic(), null, message.key(), null, message.headers());
        }
    }

    private void publish(List<Copy> copies) {
        var kafka = producer();
        kafka.partitionsFor(settings.deadLetterTopic());
        var sent = new ArrayList<Future<?>>();
        for (var copy : copies) sent.add(kafka.send(copy.message()));
        kafka.flush();
        for (int i = 0; i < copies.size(); i++) {
            if (!arrived(sent.get(i))) arrive(kafka.send(copies.get(i).withoutValue()));
        }
    }

    private static boolean arrived(Future<?> sent) {
        try {
            arrive(sent);
            return true;
        } catch (RecordTooLargeException _) {
            return false;
        }
    }

    private static void arrive(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException failure) throw failure;
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                            ProducerConfig.ACKS_CONFIG, "all",
                            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES,
                            ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS,
                            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS,
                            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) producer.close();
        producer = null;
    }
}

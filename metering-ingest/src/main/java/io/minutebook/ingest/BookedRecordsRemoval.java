package io.minutebook.ingest;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has Kafka forget records that are booked and older than the retention: for a broker that never deletes by age,
 * so that no record goes before it is booked.
 */
public final class BookedRecordsRemoval {

    private final IngestOffsets offsets;
    private final Topics topics;
    private final String topic;
    private final Duration retention;
    private final InstantSource kafkaClock;

    /** The clock is the one by which Kafka dates records. */
    public BookedRecordsRemoval(
            JdbcClient jdbc, Topics topics, String topic, Duration retention, InstantSource kafkaClock) {
        this.offsets = new IngestOffsets(jdbc);
        this.topics = topics;
        this.topic = topic;
        this.retention = retention;
        this.kafkaClock = kafkaClock;
    }

    public void removeOld() {
        var topicId = topics.idOf(topic);
        var kept = topics.offsetsSince(topic, kafkaClock.instant().minus(retention));
        topics.rangesOf(topic).forEach((partition, range) -> {
            var stored = offsets.find(topic, partition);
            if (stored.isEmpty() || stored.get().isLostIn(topicId, range.start())) return;
            long below = Math.min(stored.get().nextOffset(), kept.getOrDefault(partition, range.end()));
            if (below > range.start()) topics.deleteBelow(topic, partition, below);
        });
    }
}

package io.minutebook.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far ingest is: received = accepted + duplicates + deadLettered, and conflicts are among deadLettered.
 *
 * @param recordsPerSecond received per second, between the last two times somebody asked
 * @param lag records on Kafka that are not booked yet; null while Kafka does not answer
 */
public record IngestStatus(
        long received,
        long accepted,
        long duplicates,
        long conflicts,
        long deadLettered,
        long recordsPerSecond,
        @Nullable Long lag,
        List<Partition> partitions) {

    public IngestStatus {
        partitions = List.copyOf(partitions);
    }

    /**
     * How far one partition is.
     *
     * @param endOffset null while Kafka does not answer, like lag
     * @param reason why it is paused; null while it runs
     */
    public record Partition(
            String topic,
            int partition,
            long nextOffset,
            @Nullable Long endOffset,
            @Nullable Long lag,
            boolean paused,
            @Nullable PauseReason reason) {}
}

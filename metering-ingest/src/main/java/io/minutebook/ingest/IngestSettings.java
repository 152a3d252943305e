package io.minutebook.ingest;

import java.time.Duration;

/**
 * How a node reads usage records.
 *
 * @param bootstrapServers where the brokers listen, {@code host:port}, separated by commas
 * @param topic where usage records come from
 * @param deadLetterTopic where copies of refused records go
 * @param consumers threads that read; more than the topic has partitions are idle
 * @param maxPollRecords records that are booked in one transaction at most
 * @param maxPollWait how long a poll waits for records, and so the delay with which a pause ends
 * @param sessionTimeout how long a node may be silent before the others take its partitions over; what Kafka does not
 * allow would leave every partition unread
 */
public record IngestSettings(
        String bootstrapServers,
        String topic,
        String deadLetterTopic,
        int consumers,
        int maxPollRecords,
        Duration maxPollWait,
        Duration sessionTimeout) {

    private static final Duration SESSION = Duration.ofSeconds(10);
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(30);

    public IngestSettings {
        if (consumers < 1) throw new IllegalArgumentException("no consumers: " + consumers);
        if (maxPollRecords < 1) throw new IllegalArgumentException("empty batches: " + maxPollRecords);
        if (sessionTimeout.compareTo(SHORTEST_SESSION) < 0 || sessionTimeout.compareTo(LONGEST_SESSION) > 0) {
            throw new IllegalArgumentException("ingest session timeout: 6s to 30m, not " + sessionTimeout);
        }
    }

    public static IngestSettings at(String bootstrapServers) {
        return new IngestSettings(
                bootstrapServers, "usage-records", "usage-records.dlq", 2, 2_000, Duration.ofMillis(100), SESSION);
    }
}

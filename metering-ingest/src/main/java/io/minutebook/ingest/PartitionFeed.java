package io.minutebook.ingest;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One assigned partition, read from where the ledger stands and booked batch by batch. While it waits it is
 * paused on the consumer, which keeps polling and so keeps the partition. Used by its consumer's thread only.
 */
final class PartitionFeed {

    /** How it went with a partition. */
    enum Outcome {
        GOING_ON,
        WAITING,
        /** Neither this nor any other partition gets further before the database or Kafka is back. */
        OUTAGE
    }

    private static final Logger LOG = LoggerFactory.getLogger(PartitionFeed.class);
    private static final Duration KAFKA_TIMEOUT = Duration.ofSeconds(10);
    private static final long NEXT_LOOK_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int CONTENTION_WORTH_SHOWING = 5;

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final IngestDesk desk;
    private final Pace pace;
    private final Backoff backoff =
            new Backoff(Duration.ofMillis(20), Duration.ofSeconds(5), ThreadLocalRandom.current());

    private @Nullable StoredOffset place;
    private boolean waiting = true;
    private boolean lossTold;
    private boolean alerted;
    private long dueNanos = System.nanoTime();
    private int contentions;

    /**
     * Parked at offset 0 until opened: a position of its own keeps the consumer from asking Kafka for one.
     */
    PartitionFeed(Consumer<byte[], byte[]> consumer, TopicPartition partition, IngestDesk desk) {
        this.consumer = consumer;
        this.partition = partition;
        this.desk = desk;
        this.pace = new Pace(desk.mostRecords());
        consumer.seek(partition, 0);
        consumer.pause(Set.of(partition));
    }

    Outcome goOnWhenDue(long nowNanos) {
        if (!waiting) return Outcome.GOING_ON;
        if (nowNanos - dueNanos < 0) return Outcome.WAITING;
        if (place == null) return open();
        goOn();
        return Outcome.GOING_ON;
    }

    /**
     * Starts from what is booked, whatever was polled beyond. The epoch lets the consumer notice a log cut
     * off.
     */
    private void goOn() {
        waiting = false;
        consumer.seek(partition, placeOf(Objects.requireNonNull(place)));
        consumer.resume(Set.of(partition));
    }

    private Outcome open() {
        try {
            var topicId = desk.topics().idOf(partition.topic());
            long logStart = Objects.requireNonNull(
                    consumer.beginningOffsets(Set.of(partition), KAFKA_TIMEOUT).get(partition));
            var stored = storedOrBegun(topicId, logStart);
            if (stored.isLostIn(topicId, logStart)) return lost();
            startAt(stored);
            return Outcome.GOING_ON;
        } catch (KafkaException | DataAccessException | TransactionException e) {
            LOG.warn("{} cannot be opened yet", partition, e);
            return Outcome.OUTAGE;
        }
    }

    private StoredOffset storedOrBegun(UUID topicId, long logStart) {
        var stored = desk.offsets().find(partition.topic(), partition.partition());
        if (stored.isPresent()) return stored.get();
        desk.offsets().begin(partition.topic(), partition.partition(), topicId, logStart);
        return desk.offsets().find(partition.topic(), partition.partition()).orElseThrow();
    }

    private void startAt(StoredOffset stored) {
        if (stored.pausedReason() == PauseReason.TOO_MANY_FAILURES) pace.startSuspect();
        else if (alerted) pace.startTrusted();
        if (stored.pausedReason() == null) alerted = false;
        else if (stored.pausedReason() != PauseReason.TOO_MANY_FAILURES) show(null);
        place = stored;
        lossTold = false;
        goOn();
        LOG.info("{} goes on at offset {}", partition, stored.nextOffset());
    }

    private static OffsetAndMetadata placeOf(StoredOffset stored) {
        return new OffsetAndMetadata(stored.nextOffset(), Optional.ofNullable(stored.leaderEpoch()), "");
    }

    /** Of another topic of the same name its place says nothing. */
    void goOnOnlyIn(UUID topicId) {
        if (place != null && !place.topicId().equals(topicId)) lost();
    }

    /** Nothing is read until a person has accepted the gap; other partitions go on. */
    Outcome lost() {
        if (!lossTold) {
            LOG.error("{} is paused: Kafka lost records that are not booked (OFFSETS_LOST)", partition);
            show(PauseReason.OFFSETS_LOST);
        }
        lossTold = true;
        place = null;
        return await(NEXT_LOOK_NANOS);
    }

    /**
     * Books what a poll brought, in batches of what the pace allows; the last one reaches to where the poll
     * did.
     */
    Outcome take(List<ConsumerRecord<byte[], byte[]>> records, OffsetAndMetadata polledUpTo) {
        if (waiting || place == null) return Outcome.WAITING;
        var now = desk.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        int from = 0;
        do {
            int until = Math.min(records.size(), from + pace.limit());
            long next = until == records.size() ? polledUpTo.offset() : records.get(until).offset();
            var outcome = book(PartitionBatch.of(records.subList(from, until), partition, place, next, now));
            if (outcome != Outcome.GOING_ON) return outcome;
            from = until;
        } while (from < records.size());
        consumer.commitAsync(Map.of(partition, placeOf(place)), (_, _) -> {});
        return Outcome.GOING_ON;
    }

    private Outcome book(PartitionBatch batch) {
        List<ReadBatch> parts;
        try (var _ = LogPlace.at(batch)) {
            parts = desk.booking().read(batch);
        } catch (RuntimeException failure) {
            return react(batch, failure);
        }
        for (var part : parts) {
            var outcome = book(part);
            if (outcome != Outcome.GOING_ON) return outcome;
        }
        return Outcome.GOING_ON;
    }

    private Outcome book(ReadBatch part) {
        try (var _ = LogPlace.at(part.batch())) {
            desk.book(part);
        } catch (RuntimeException failure) {
            return react(part.batch(), failure);
        }
        pace.booked();
        return moveOn(part.batch());
    }

    private Outcome moveOn(PartitionBatch batch) {
        place = Objects.requireNonNull(place).movedBy(batch);
        contentions = 0;
        return Outcome.GOING_ON;
    }

    private Outcome react(PartitionBatch batch, RuntimeException failure) {
        try (var _ = LogPlace.at(batch)) {
            return reacted(batch, failure);
        }
    }

    private Outcome reacted(PartitionBatch batch, RuntimeException failure) {
        return switch (FailureKind.of(failure)) {
            case FENCED -> reopen(failure);
            case OUTAGE -> outage(failure);
            case CONTENTION -> contended(failure);
            case RECORD -> recordFailed(batch, failure);
        };
    }

    private Outcome reopen(RuntimeException fencedOff) {
        LOG.warn("{}; reading starts anew from what is booked", fencedOff.getMessage());
        place = null;
        return await(backoff.nanosAfter(1));
    }

    private Outcome outage(RuntimeException failure) {
        LOG.warn("{} waits: the database does not do its part", partition, failure);
        show(PauseReason.DATABASE_UNAVAILABLE);
        return Outcome.OUTAGE;
    }

    private Outcome contended(RuntimeException failure) {
        contentions++;
        LOG.info("{} tries again, another writer was faster: {}", partition, failure.getMessage());
        if (contentions == CONTENTION_WORTH_SHOWING) show(PauseReason.CONTENTION);
        return await(backoff.nanosAfter(contentions));
    }

    private Outcome recordFailed(PartitionBatch batch, RuntimeException failure) {
        return switch (pace.failed(batch.size())) {
            case TRY_AGAIN -> {
                LOG.warn("{} failed with {} records from offset {}",
                        partition, batch.size(), batch.expectedOffset(), Wordless.of(failure));
                yield await(backoff.nanosAfter(Math.max(1, pace.failures())));
            }
            case SET_ASIDE -> setAside(batch, failure);
            case ALERT -> alert(batch, failure);
        };
    }

    private Outcome setAside(PartitionBatch batch, RuntimeException failure) {
        try {
            desk.setAside(batch, failure);
        } catch (RuntimeException again) {
            return FailureKind.of(again) == FailureKind.RECORD ? alert(batch, again) : react(batch, again);
        }
        LOG.error("{} offset {} is a dead letter: we failed on it three times (PROCESSING_FAILED)",
                partition, batch.expectedOffset(), Wordless.of(failure));
        pace.setAside();
        return moveOn(batch);
    }

    private Outcome alert(PartitionBatch batch, RuntimeException failure) {
        LOG.error("{} is paused at offset {}: too many records in a row failed (TOO_MANY_FAILURES)",
                partition, batch.expectedOffset(), Wordless.of(failure));
        show(PauseReason.TOO_MANY_FAILURES);
        alerted = true;
        place = null;
        return await(NEXT_LOOK_NANOS);
    }

    Outcome await(long nanos) {
        consumer.pause(Set.of(partition));
        waiting = true;
        dueNanos = System.nanoTime() + nanos;
        return Outcome.WAITING;
    }

    /** For people to see; that it cannot be written while the database is down changes nothing else. */
    private void show(@Nullable PauseReason reason) {
        try {
            desk.offsets().showPaused(partition.topic(), partition.partition(), reason);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("{} could not show why it waits", partition, e);
        }
    }
}

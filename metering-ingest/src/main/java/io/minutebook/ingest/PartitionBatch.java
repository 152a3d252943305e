package io.minutebook.ingest;

import io.minutebook.ingest.record.Delivery;
import io.minutebook.ingest.record.Header;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction books: the deliveries of one partition from one offset to another, in order. Offsets
 * that hold no record (markers of Kafka transactions) are passed by as part of a batch, which may be empty.
 *
 * @param expectedOffset what the ledger must hold as the partition's next offset for this batch to be booked
 * @param nextOffset what it holds afterwards
 */
public record PartitionBatch(
        String topic,
        int partition,
        UUID topicId,
        long expectedOffset,
        long nextOffset,
        @Nullable Integer leaderEpoch,
        List<Delivery> deliveries) {

    public PartitionBatch {
        if (nextOffset < expectedOffset) throw new IllegalArgumentException("a batch never goes back");
        deliveries = List.copyOf(deliveries);
    }

    /** What was polled from one partition, up to the next offset, on top of what is booked. */
    static PartitionBatch of(
            List<ConsumerRecord<byte[], byte[]>> records,
            TopicPartition partition,
            StoredOffset booked,
            long nextOffset,
            Instant receivedAt) {
        var epoch = records.isEmpty() ? null : records.getLast().leaderEpoch().orElse(null);
        var deliveries = records.stream().map(record -> delivery(record, receivedAt)).toList();
        return new PartitionBatch(
                partition.topic(),
                partition.partition(),
                booked.topicId(),
                booked.nextOffset(),
                nextOffset,
                epoch,
                deliveries);
    }

    private static Delivery delivery(ConsumerRecord<byte[], byte[]> record, Instant receivedAt) {
        var headers = Arrays.stream(record.headers().toArray())
                .map(header -> new Header(header.key(), header.value()))
                .toList();
        return new Delivery(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                headers,
                receivedAt);
    }

    /** The deliveries from one place of the batch to another, which may be its end. */
    PartitionBatch part(int from, int until) {
        boolean isLast = until == size();
        return new PartitionBatch(
                topic,
                partition,
                topicId,
                from == 0 ? expectedOffset : deliveries.get(from).offset(),
                isLast ? nextOffset : deliveries.get(until).offset(),
                isLast ? leaderEpoch : null,
                deliveries.subList(from, until));
    }

    int size() {
        return deliveries.size();
    }
}

package io.minutebook.ingest.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as Kafka handed it over, to the byte; of headers with one name the last counts. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are evidence; what is compared is read out of them.
public record Delivery(
        String topic,
        int partition,
        long offset,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers,
        Instant receivedAt) {}

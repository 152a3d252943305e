package io.minutebook.ingest;

import io.minutebook.ingest.record.Header;
import io.minutebook.ingest.record.RecordRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was refused: why, where it lay on Kafka, and what could be read of it.
 *
 * @param key the Kafka key as UTF-8, what is not UTF-8 in it replaced
 * @param discard who discarded it; null unless somebody did
 */
public record DeadLetter(
        long id,
        RecordRefusal reason,
        String detail,
        @Nullable String pointer,
        boolean retryable,
        DeadLetterState state,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String source,
        @Nullable String recordId,
        @Nullable String accountId,
        Instant receivedAt,
        List<Header> headers,
        @Nullable Discard discard) {

    public DeadLetter {
        headers = List.copyOf(headers);
    }
}

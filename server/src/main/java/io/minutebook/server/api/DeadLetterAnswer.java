package io.minutebook.server.api;

import io.minutebook.ingest.DeadLetter;
import io.minutebook.ingest.DeadLetterState;
import io.minutebook.ingest.Discard;
import io.minutebook.ingest.record.Header;
import io.minutebook.ingest.record.RecordRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery that was refused: why, and where it lies on Kafka. */
record DeadLetterAnswer(
        String id,
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
        List<HeaderAnswer> headers,
        @Nullable Discard discard) {

    static DeadLetterAnswer of(DeadLetter letter) {
        return new DeadLetterAnswer(
                Long.toString(letter.id()),
                letter.reason(),
                letter.detail(),
                letter.pointer(),
                letter.retryable(),
                letter.state(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.source(),
                letter.recordId(),
                letter.accountId(),
                letter.receivedAt(),
                letter.headers().stream().map(HeaderAnswer::of).toList(),
                letter.discard());
    }

    /** A header of the record; its value as UTF-8, what is not UTF-8 in it replaced. */
    record HeaderAnswer(String key, @Nullable String value) {

        static HeaderAnswer of(Header header) {
            var bytes = header.value();
            var value = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
            return new HeaderAnswer(header.key(), value);
        }
    }
}

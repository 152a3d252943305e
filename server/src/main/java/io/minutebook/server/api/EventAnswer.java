package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.minutebook.billing.Provenance;
import io.minutebook.reporting.explain.Words;
import io.minutebook.reporting.feed.StoredEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stored event, its payload to the byte as it was recorded.
 *
 * @param aggregate the stream, and sequence its place there
 * @param actor the key that caused it, or {@code system:} and the name of a job
 */
record EventAnswer(
        long position,
        Instant recordedAt,
        String type,
        int version,
        String aggregate,
        long sequence,
        @Nullable String actor,
        Words words,
        @JsonRawValue @Schema(type = "object") String payload,
        Origin provenance) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static EventAnswer of(StoredEvent event) {
        var metadata = JSON.readTree(event.metadata());
        return new EventAnswer(
                event.position(),
                event.recordedAt(),
                event.type(),
                Integer.parseInt(event.version()),
                event.aggregateId(),
                event.sequence(),
                text(metadata, Provenance.ACTOR),
                EventWords.of(event.type(), event.payload()),
                event.payload(),
                Origin.of(metadata));
    }

    /**
     * What it came from: a record, with its place on Kafka and its identity, or a request; and the versions that
     * decided.
     *
     * @param request the idempotency key, or the id of a request that needed none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Origin(
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String source,
            @Nullable String id,
            @Nullable String request,
            @Nullable String program,
            @Nullable String priceBook) {

        static Origin of(JsonNode metadata) {
            var partition = metadata.get(Provenance.PARTITION);
            var offset = metadata.get(Provenance.OFFSET);
            return new Origin(
                    text(metadata, Provenance.TOPIC),
                    partition == null ? null : partition.asInt(),
                    offset == null ? null : offset.asLong(),
                    text(metadata, Provenance.SOURCE),
                    text(metadata, Provenance.RECORD),
                    text(metadata, Provenance.REQUEST),
                    text(metadata, Provenance.PROGRAM_VERSION),
                    text(metadata, Provenance.PRICE_BOOK_VERSION));
        }
    }

    private static @Nullable String text(JsonNode metadata, String name) {
        var value = metadata.get(name);
        return value == null ? null : value.asString();
    }
}

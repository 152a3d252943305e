package io.minutebook.server.api;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Refused;
import io.minutebook.ingest.DeadLetterFilter;
import io.minutebook.ingest.DeadLetterState;
import io.minutebook.ingest.DeadLetters;
import io.minutebook.ingest.IngestProgress;
import io.minutebook.ingest.IngestStatus;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.MalformedCursor;
import io.minutebook.reporting.projections.ReadBarrier;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far usage has been read from Kafka, and what of it was refused. */
@RestController
@Tag(name = ApiTag.INGEST)
@RequestMapping("/api/v1/ingest")
class IngestController {

    private final IngestProgress progress;
    private final DeadLetters deadLetters;
    private final ReadBarrier barrier;

    IngestController(IngestProgress progress, DeadLetters deadLetters, ReadBarrier barrier) {
        this.progress = progress;
        this.deadLetters = deadLetters;
        this.barrier = barrier;
    }

    /** The figures are taken before the read models are waited for: lag 0 means read and visible. */
    @GetMapping("/status")
    @Operation(
            operationId = "getIngestStatus",
            summary = "How far usage has been read from Kafka",
            description = "received = accepted + duplicates + deadLettered; lag 0 means read and "
                    + "visible.")
    IngestStatus status() {
        var status = progress.status();
        barrier.await(barrier.head());
        return status;
    }

    /** Newest first. */
    @GetMapping("/dead-letters")
    @Operation(
            operationId = "listDeadLetters",
            summary = "Records that were refused, newest first")
    Page<DeadLetterAnswer> deadLetters(
            @RequestParam(required = false) @Nullable RecordRefusal reason,
            @RequestParam(required = false) @Nullable DeadLetterState state,
            @RequestParam(required = false) @Nullable AccountId accountId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") Limit limit) {
        var filter = new DeadLetterFilter(reason, state, accountId);
        var page = deadLetters.list(filter, after == null ? null : idOf(after), limit.value());
        var next = page.next() == null ? null : Cursor.at(page.next().toString()).encoded();
        return new Page<>(page.items().stream().map(DeadLetterAnswer::of).toList(), next);
    }

    private static long idOf(String cursor) {
        try {
            return Long.parseLong(Cursor.decode(cursor, 1).key().getFirst());
        } catch (NumberFormatException e) {
            throw new MalformedCursor(e);
        }
    }

    /** With its value as received. */
    @GetMapping("/dead-letters/{id}")
    @Operation(
            operationId = "getDeadLetter",
            summary = "A refused record with its value as received")
    @Refuses("UNKNOWN_DEAD_LETTER")
    OpenedDeadLetterAnswer deadLetter(@PathVariable long id) {
        return deadLetters
                .find(id)
                .map(OpenedDeadLetterAnswer::of)
                .orElseThrow(
                        () -> new Refused(ApiRefusal.UNKNOWN_DEAD_LETTER, "No dead letter has this id."));
    }
}

package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.ingest.DeadLetterDesk;
import io.minutebook.ingest.RetryOutcome;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person may do about refused records: a record is booked once, however often it is tried. */
@RestController
@Tag(name = ApiTag.INGEST)
@RequestMapping("/api/v1/ingest/dead-letters")
class DeadLetterActions {

    private final DeadLetterDesk desk;

    DeadLetterActions(DeadLetterDesk desk) {
        this.desk = desk;
    }

    /** The dead letter after it: RESOLVED, or OPEN with the reason it was refused for this time. */
    @PostMapping("/{id}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try a dead letter again",
            description = "Answers the dead letter after it: RESOLVED, or OPEN with the reason it "
                    + "was refused for this time. A record is booked once, however often it is "
                    + "tried.")
    @Refuses({"UNKNOWN_DEAD_LETTER", "DEAD_LETTER_NOT_OPEN"})
    DeadLetterAnswer retry(@AuthenticationPrincipal ApiKey caller, @PathVariable long id) {
        return DeadLetterAnswer.of(desk.retry(id, caller.id()));
    }

    /** Every open one of a reason, oldest first. */
    @PostMapping("/retry")
    @Operation(
            operationId = "retryDeadLetters",
            summary = "Try all open dead letters of a reason again",
            description = "Oldest first. A record is booked once, however often it is tried.")
    @Refuses("DEAD_LETTER_NOT_RETRYABLE")
    RetryOutcome retryAll(@AuthenticationPrincipal ApiKey caller, @RequestBody RetryBody body) {
        return desk.retryAll(Fields.given("reason", body.reason()), caller.id());
    }

    @PostMapping("/{id}/discard")
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Decide that a dead letter is not booked",
            description = "It stays listed, with the reason given.")
    @Refuses({"UNKNOWN_DEAD_LETTER", "DEAD_LETTER_NOT_OPEN"})
    DeadLetterAnswer discard(
            @AuthenticationPrincipal ApiKey caller, @PathVariable long id, @RequestBody ReasonBody body) {
        return DeadLetterAnswer.of(desk.discard(id, body.text(), caller.id()));
    }

    /** Which dead letters are tried again. */
    record RetryBody(@Schema(requiredMode = REQUIRED) @Nullable RecordRefusal reason) {}
}

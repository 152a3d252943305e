package io.minutebook.server.api;

import io.minutebook.ingest.DeadLetterDesk;
import io.minutebook.ingest.RetryOutcome;
import io.minutebook.ingest.record.RecordRefusal;
import io.minutebook.server.security.ApiKey;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person may do about refused records: a record is booked once, however often it is tried. */
@RestController
@RequestMapping("/api/v1/ingest/dead-letters")
class DeadLetterActions {

    private final DeadLetterDesk desk;

    DeadLetterActions(DeadLetterDesk desk) {
        this.desk = desk;
    }

    /** The dead letter after it: RESOLVED, or OPEN with the reason it was refused for this time. */
    @PostMapping("/{id}/retry")
    DeadLetterAnswer retry(@AuthenticationPrincipal ApiKey caller, @PathVariable long id) {
        return DeadLetterAnswer.of(desk.retry(id, caller.id()));
    }

    /** Every open one of a reason, oldest first. */
    @PostMapping("/retry")
    RetryOutcome retryAll(@AuthenticationPrincipal ApiKey caller, @RequestBody RetryBody body) {
        return desk.retryAll(Fields.given("reason", body.reason()), caller.id());
    }

    @PostMapping("/{id}/discard")
    DeadLetterAnswer discard(
            @AuthenticationPrincipal ApiKey caller, @PathVariable long id, @RequestBody ReasonBody body) {
        return DeadLetterAnswer.of(desk.discard(id, body.text(), caller.id()));
    }

    /** Which dead letters are tried again. */
    record RetryBody(@Nullable RecordRefusal reason) {}
}

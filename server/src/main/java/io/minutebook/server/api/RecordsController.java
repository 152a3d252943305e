package io.minutebook.server.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.minutebook.ingest.DryRun;
import io.minutebook.ingest.Forecast;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries usage records out: says what the ledger would do with one, and books nothing. */
@RestController
@Tag(name = ApiTag.RECORDS)
@RequestMapping("/api/v1/records")
class RecordsController {

    private final DryRun dryRun;

    RecordsController(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    @PostMapping("/validate")
    @Operation(
            operationId = "validateRecord",
            summary = "What would become of a usage record",
            description = "The body is the record's value as it would lie on Kafka: a structured CloudEvent, or the data"
                    + " alone with the attributes as ce-* headers. The Kafka key, if there is one, goes into the"
                    + " header Kafka-Key. A record that would be refused is an answer too.",
            requestBody = @RequestBody(content = {
                @Content(mediaType = "application/cloudevents+json", schema = @Schema(type = "object")),
                @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(type = "object"))
            }))
    Forecast validate(@AuthenticationPrincipal ApiKey caller, HttpServletRequest request) throws IOException {
        var record = PostedRecord.of(request);
        var forecast = dryRun.of(record.key(), record.value(), record.headers());
        if (isHiddenFrom(caller, forecast)) {
            throw new Rejected(ProblemCode.FORBIDDEN, "This key does not name that account; send records of its own.");
        }
        return forecast;
    }

    /** Whether a stranger's account exists, or a record of it, is not for a platform to learn. */
    private static boolean isHiddenFrom(ApiKey caller, Forecast forecast) {
        var asked = forecast.accountId();
        return asked != null && caller.isHidden(asked);
    }
}

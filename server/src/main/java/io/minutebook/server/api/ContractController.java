package io.minutebook.server.api;

import io.minutebook.ingest.record.PublishedContract;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.problem.ProblemCode;
import io.minutebook.server.problem.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The contract of usage records for producers to fetch, without a key. */
@RestController
@Tag(name = ApiTag.RECORDS)
@RequestMapping("/api")
class ContractController {

    @GetMapping("/schemas/{name}.json")
    @SecurityRequirements
    @Operation(
            operationId = "getRecordSchema",
            summary = "A JSON Schema of usage records",
            description = "Draft 2020-12. No key is needed.")
    @Refuses("NOT_FOUND")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = "object")))
    ResponseEntity<byte[]> schema(@PathVariable String name) {
        var schema = PublishedContract.schema(name).orElseThrow(() -> unknown(PublishedContract.SCHEMAS));
        return file(schema, "application/schema+json");
    }

    @GetMapping("/samples/{name}.json")
    @SecurityRequirements
    @Operation(
            operationId = "getSampleRecord",
            summary = "A sample of a usage record",
            description = "A structured CloudEvent. No key is needed.")
    @Refuses("NOT_FOUND")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/cloudevents+json", schema = @Schema(type = "object")))
    ResponseEntity<byte[]> sample(@PathVariable String name) {
        var sample = PublishedContract.sample(name).orElseThrow(() -> unknown(PublishedContract.SAMPLES));
        return file(sample, "application/cloudevents+json");
    }

    private static Rejected unknown(List<String> known) {
        return new Rejected(ProblemCode.NOT_FOUND, "Ask for one of " + String.join(", ", known) + ".");
    }

    private static ResponseEntity<byte[]> file(byte[] content, String mediaType) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType)).body(content);
    }
}

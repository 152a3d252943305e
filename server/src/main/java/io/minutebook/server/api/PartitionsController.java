package io.minutebook.server.api;

import io.minutebook.ingest.AcceptedGap;
import io.minutebook.ingest.PausedPartitions;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Partitions of the usage topic that wait for a person. */
@RestController
@Tag(name = ApiTag.INGEST)
@RequestMapping("/api/v1/ingest/partitions/{partition}")
class PartitionsController {

    private final PausedPartitions paused;

    PartitionsController(PausedPartitions paused) {
        this.paused = paused;
    }

    /**
     * Accepts that what Kafka has lost is lost, or that failures were seen to; reading goes on within
     * seconds.
     */
    @PostMapping("/resume")
    @Operation(
            operationId = "resumePartition",
            summary = "Let a paused partition go on",
            description = "Accepts that what Kafka has lost is lost, or that failures were seen to; "
                    + "reading goes on within seconds.")
    @Refuses({"UNKNOWN_PARTITION", "PARTITION_NOT_PAUSED"})
    AcceptedGap resume(
            @AuthenticationPrincipal ApiKey caller, @PathVariable int partition, @RequestBody ReasonBody body) {
        return paused.resume(partition, body.text(), caller.id());
    }
}

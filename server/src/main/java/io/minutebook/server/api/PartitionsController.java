package io.minutebook.server.api;

import io.minutebook.ingest.AcceptedGap;
import io.minutebook.ingest.PausedPartitions;
import io.minutebook.server.security.ApiKey;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Partitions of the usage topic that wait for a person. */
@RestController
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
    AcceptedGap resume(
            @AuthenticationPrincipal ApiKey caller, @PathVariable int partition, @RequestBody ReasonBody body) {
        return paused.resume(partition, body.text(), caller.id());
    }
}

package io.minutebook.server.api;

import io.minutebook.billing.Refused;
import io.minutebook.reporting.Projections;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.reporting.replay.Replays;
import io.minutebook.server.openapi.ApiTag;
import io.minutebook.server.openapi.Refuses;
import io.minutebook.server.security.ApiKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far the read models are behind the ledger, and having one built anew. */
@RestController
@Tag(name = ApiTag.LEDGER)
@RequestMapping("/api/v1/projections")
class ProjectionsController {

    private final ProjectionPlaces places;
    private final Replays replays;

    ProjectionsController(ProjectionPlaces places, Replays replays) {
        this.places = places;
        this.replays = replays;
    }

    @GetMapping
    @Operation(
            operationId = "listProjections",
            summary = "How far the read models are behind the ledger",
            description = "Each read model: RUNNING, REPLAYING (it serves while its successor is built) or STOPPED"
            + " with the error that names the position. replay is there while one is built, with the positions done and"
            + " to be reached, its events a second and the seconds that are left, and after one was given up, with its"
            + " error; INTERRUPTED is one whose process has ended, and goes on by itself. lastReplay is the last that"
            + " took its place. Never waits for the read models.")
    List<ProjectionStatus> projections() {
        return places.all();
    }

    @GetMapping("/{name}")
    @Refuses("UNKNOWN_PROJECTION")
    @Operation(
            operationId = "getProjection",
            summary = "How far one read model is",
            description = "One read model as GET /projections shows it. Never waits for the read models.")
    ProjectionStatus projection(@PathVariable String name) {
        return places.of(named(name).name()).orElseThrow();
    }

    /** Asked again while one is built, it answers that one. */
    @PostMapping("/{name}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ApiResponse(responseCode = "202")
    @Refuses("UNKNOWN_PROJECTION")
    @Operation(
            operationId = "replayProjection",
            summary = "Build a read model anew",
            description = "Builds a read model anew beside the live one, which serves until the new one has caught"
            + " up and takes its place in one transaction. Answers at once; GET /projections shows the progress. Asked"
            + " again while one is built, it changes nothing and answers the same.")
    ProjectionStatus replay(@AuthenticationPrincipal ApiKey caller, @PathVariable String name) {
        var projection = named(name);
        replays.request(projection.name(), caller.id());
        return places.of(projection.name()).orElseThrow();
    }

    private static Projection named(String name) {
        return Projections.named(name).orElseThrow(() -> new Refused(
                ApiRefusal.UNKNOWN_PROJECTION, "No projection has this name; there are " + Projections.names() + "."));
    }
}

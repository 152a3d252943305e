package io.minutebook.server.api;

import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the read models are behind the ledger. */
@RestController
class ProjectionsController {

    private final ProjectionPlaces places;

    ProjectionsController(ProjectionPlaces places) {
        this.places = places;
    }

    @GetMapping("/api/v1/projections")
    List<ProjectionStatus> projections() {
        return places.all();
    }
}

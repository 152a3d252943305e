package io.minutebook.server.health;

import io.minutebook.ingest.IngestProgress;
import io.minutebook.reporting.projections.ProjectionPlaces;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.Role;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What this process needs for its role and lacks: the database, the broker, projections that run. */
@Component
class Readiness {

    private final ProjectionPlaces places;
    private final IngestProgress progress;
    private final Role role;

    Readiness(ProjectionPlaces places, IngestProgress progress, LedgerSettings settings) {
        this.places = places;
        this.progress = progress;
        this.role = settings.role();
    }

    List<String> missing() {
        try {
            var missing = new ArrayList<String>();
            if (role.ingests() && progress.status().lag() == null) missing.add("the broker does not answer");
            places.all().stream()
                    .filter(projection -> projection.state() == ProjectionStatus.State.STOPPED)
                    .forEach(projection -> missing.add("projection " + projection.name() + " has stopped"));
            return missing;
        } catch (DataAccessException unreachable) {
            return List.of("the database does not answer");
        }
    }
}

package io.minutebook.server.health;

import io.minutebook.ingest.IngestStatus;
import io.minutebook.reporting.feed.SettledLedger;
import io.minutebook.reporting.projections.ProjectionStatus;
import io.minutebook.server.LedgerSettings;
import io.minutebook.server.Role;
import io.minutebook.server.figures.Disks;
import io.minutebook.server.figures.Disks.Disk;
import io.minutebook.server.figures.LedgerFigures;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What this process needs for its role and lacks. All need the database, and room on disks of their own; who reads usage
 * records needs the broker and partitions that go on; who keeps or shows read models needs projections that run.
 */
@Component
public class Readiness {

    private final LedgerFigures figures;
    private final SettledLedger events;
    private final Disks disks;
    private final Role role;

    Readiness(LedgerFigures figures, SettledLedger events, Disks disks, LedgerSettings settings) {
        this.figures = figures;
        this.events = events;
        this.disks = disks;
        this.role = settings.role();
    }

    /** Looks, and names what is missing. */
    List<String> missing() {
        figures.lookForHealth(role.ingests());
        return missingAsSeen();
    }

    /** Whether nothing was missing when somebody looked last. */
    public boolean isReadyAsSeen() {
        return missingAsSeen().isEmpty();
    }

    private List<String> missingAsSeen() {
        var missing = new ArrayList<String>();
        var ingest = figures.ingest().answer();
        var projections = figures.projections().answer();
        disks.all().stream()
                .filter(Disk::isFull)
                .forEach(disk -> missing.add("the disk of " + disk.name() + " is full"));
        if (ingest.isEmpty() || projections.isEmpty()) missing.add("the database does not answer");
        if (role.ingests()) {
            if (figures.kafka().answer().isEmpty()) missing.add("the broker does not answer");
            ingest.ifPresent(status -> missing.addAll(pausedPartitions(status)));
        }
        if (role.projects() || role.serves()) {
            if (events.isBroken()) missing.add("reading has stopped before events that are missing or unreadable; run verify");
            projections.ifPresent(all -> missing.addAll(stopped(all)));
        }
        return missing;
    }

    private static List<String> pausedPartitions(IngestStatus status) {
        return status.partitions().stream()
                .filter(partition -> partition.reason() != null && partition.reason().isFault())
                .map(partition -> "partition " + partition.partition() + " is paused: " + partition.reason())
                .toList();
    }

    private static List<String> stopped(List<ProjectionStatus> projections) {
        return projections.stream()
                .filter(projection -> projection.state() == ProjectionStatus.State.STOPPED)
                .map(projection -> "projection " + projection.name() + " has stopped")
                .toList();
    }
}

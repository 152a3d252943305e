package io.minutebook.benchmarks.endtoend;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room that runs need in the folder they are started in. */
final class DiskSpace {

    private static final long GIBI = 1L << 30;

    private DiskSpace() {}

    /** Asked before anything is started: a run that fills the disk would take others with it. */
    static void require(Scenario scenario, Path folder) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (scenario.neededBytes() <= free) return;
        throw new CannotStart(
                "%d stored events, %d records and %d accounts need about %d GiB, %d GiB are free in %s: %s"
                        .formatted(
                                scenario.storedEvents(),
                                scenario.published(),
                                scenario.accounts(),
                                scenario.neededBytes() / GIBI,
                                free / GIBI,
                                folder,
                                "give less, such as --history 1000000, or start it elsewhere"));
    }
}

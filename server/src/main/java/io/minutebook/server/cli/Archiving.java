package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.WalArchive;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and where the embedded PostgreSQL keeps its write-ahead log; what is asked for once holds on. */
final class Archiving {

    private static final String NONE = "none";

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "keep the embedded PostgreSQL's log there, for recovery to any instant;"
                    + " remembered for the data folder until none is given")
    @Nullable String archive;

    /** Is done before the database starts, which goes by it. */
    void settle(DataFolder folder, @Nullable String databaseUrl) {
        if (archive == null) return;
        if (databaseUrl != null) {
            throw new CannotStart("--archive is for the embedded PostgreSQL: have your own archive by its own means");
        }
        var kept = WalArchive.of(folder.resolve("postgres"));
        if (archive.equals(NONE)) kept.end();
        else kept.keepIn(Path.of(archive));
    }
}

package io.minutebook.server.backup;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.EmbeddedDatabase;
import io.minutebook.server.embedded.Recovery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a new data folder from a backup, with the ledger as it was at an instant or as late as was kept. */
@Command(
        name = "restore",
        description = "Restores a backup into a new data folder, up to the end of the kept log or to an instant.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The instant is one of the real clock. Usage that was booked later is read again from Kafka;",
            "orders, payments and keys of later are gone."
        })
public final class RestoreCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "DIR", required = true, description = "folder of the backup")
    private Path from = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "a new folder for the ledger")
    private Path data = Path.of("");

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "what was committed later is left out, such as 2025-01-31T23:59:59.999+08:00")
    private @Nullable OffsetDateTime until;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "where the log was kept, when that is no longer where it was at the backup")
    private @Nullable Path archive;

    @Override
    public Integer call() throws IOException {
        NewFolder.require(data, "--data");
        var manifest = Manifest.of(from);
        var facts = BackupFacts.of(from);
        var recovery = recovery(facts);
        var progress = new Progress(System.err);
        var database = data.resolve("postgres");
        try {
            progress.say("copying and checking " + from);
            RestoredCopy.of(from, manifest, database, progress);
            progress.say("replaying the log");
            var last = EmbeddedDatabase.recover(database, recovery, place -> progress.say("  up to " + place));
            report(last);
            return 0;
        } catch (CannotStart failed) {
            FileSystemUtils.deleteRecursively(data);
            throw failed;
        }
    }

    private Recovery recovery(BackupFacts facts) {
        if (facts.postgres() != EmbeddedDatabase.majorVersion()) {
            throw new CannotStart("the backup is of PostgreSQL %d, this is %d: restore it with the release that made it"
                    .formatted(facts.postgres(), EmbeddedDatabase.majorVersion()));
        }
        var kept = Optional.ofNullable(archive).or(facts::archiveFolder);
        var instant = Optional.ofNullable(until).map(OffsetDateTime::toInstant);
        instant.ifPresent(target -> requireReachable(target, facts, kept));
        kept.ifPresent(folder -> new KeptLog(folder).requireWhole(Segment.named(facts.lastSegment())));
        return new Recovery(kept, instant);
    }

    private static void requireReachable(Instant target, BackupFacts facts, Optional<Path> kept) {
        if (target.isBefore(facts.finishedAt())) {
            throw new CannotStart("the backup was finished at %s, after %s: use an earlier backup"
                    .formatted(facts.finishedAt(), target));
        }
        if (kept.isEmpty()) {
            throw new CannotStart("no log was kept for this backup: restore it without --until, or name --archive");
        }
    }

    private void report(Optional<Instant> last) {
        System.out.printf("restored to %s, %s%n", data,
                last.map(instant -> "last transaction " + instant).orElse("as it was backed up"));
        System.out.println("put number.key and operator.key of the old ledger into it, then minutebook up --data " + data);
        System.out.println("back it up anew once it runs: it has begun a history of its own");
    }
}

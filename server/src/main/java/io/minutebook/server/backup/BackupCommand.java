package io.minutebook.server.backup;

import io.minutebook.server.cli.OpenDatabase;
import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the embedded PostgreSQL, running or stopped, into a folder from which it can be restored. */
@Command(
        name = "backup",
        description = "Backs up the embedded PostgreSQL while the ledger runs.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "sha256sum --check SHA256SUMS, in the folder, tells whether a backup is still what it was.",
            "The keys are not in it: keep number.key apart. Kafka's records are not in it either."
        })
public final class BackupCommand implements Callable<Integer> {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final long MILLIS_BETWEEN_LOOKS = 200;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "folder of the ledger (default ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "a new folder for this backup alone")
    private Path to = Path.of("");

    @Override
    public Integer call() throws SQLException, IOException, InterruptedException {
        NewFolder.require(to, "--to");
        var progress = new Progress(System.err);
        try (var _ = OpenDatabase.of(data, null)) {
            progress.say("copying " + data.resolve("postgres"));
            var folder = data.resolve("postgres");
            var facts = BaseBackup.take(EmbeddedDatabase.superuserUrlOfRunning(folder).orElseThrow(), folder, to, progress);
            awaitArchived(facts);
            System.out.printf("backed up %,d MiB to %s%n", progress.mebibytes(), to);
            System.out.printf("to be restored to any instant from %s on%s%n", facts.finishedAt(),
                    facts.archive() == null ? ", as far as a log is kept: start the ledger with --archive DIR"
                            : " that " + facts.archive() + " holds");
            System.out.println("the keys are not in it: keep " + data.resolve("number.key") + " apart");
            return 0;
        }
    }

    /** What an archive does not get is not there when it is needed, so that this is the time to say it. */
    private void awaitArchived(BackupFacts facts) throws InterruptedException {
        if (facts.archive() == null) return;
        var last = Path.of(facts.archive()).resolve(facts.lastSegment() + ".gz");
        var deadline = Instant.now().plus(LONGEST_WAIT);
        while (!Files.exists(last)) {
            if (Instant.now().isAfter(deadline)) {
                throw new CannotStart("the backup in %s is whole, but the archive does not get on: %s is missing; see %s"
                        .formatted(to, last, data.resolve("postgres.log")));
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }
}

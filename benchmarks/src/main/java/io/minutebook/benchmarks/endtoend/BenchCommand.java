package io.minutebook.benchmarks.endtoend;

import io.minutebook.benchmarks.endtoend.Report.Baselines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The end-to-end load run, with what it is measured against in the same run on the same PostgreSQL. */
@Command(
        name = "bench",
        description = {
            "Measures the whole way of usage records: from Kafka to committed events, usage rows and bills.",
            "Everything runs in this process and in a PostgreSQL of its own, fsync and synchronous_commit on.",
            "The last line is JSON."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class BenchCommand implements Callable<Integer> {

    private static final Duration HALF_LOAD_LASTS = Duration.ofSeconds(20);
    private static final int BASELINE_CALLS = 40_000;
    private static final int SET_BASED_CALLS = 100_000;
    private static final int CLIENTS = 8;
    private static final int SET_BASED_CLIENTS = 2;
    private static final int CALLS_PER_TRANSACTION = 500;
    private static final long MOST_COPIED = 200_000;

    @Option(names = "--accounts", paramLabel = "N", description = "how many accounts")
    private int accounts = 10_000;

    @Option(names = "--partitions", paramLabel = "N", description = "partitions of the topic")
    private int partitions = 4;

    @Option(names = "--records", paramLabel = "N", description = "records that lie on Kafka when the clock starts")
    private long records = 400_000;

    @Option(names = "--warm-up", paramLabel = "N", description = "records booked before that")
    private long warmUp = 100_000;

    @Option(names = "--seed", paramLabel = "S", description = "the same seed makes the same records")
    private long seed = 1;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-");
        measured(folder).print(); // last of all, when nothing else has anything to say
        return 0;
    }

    private Report measured(Path folder) throws IOException, SQLException, InterruptedException {
        try (var ledger = BenchLedger.start(folder, partitions, Workload.opening())) {
            return run(ledger, folder);
        } finally {
            delete(folder);
        }
    }

    private Report run(BenchLedger ledger, Path folder) throws IOException, SQLException, InterruptedException {
        var progress = new Progress(ledger.jdbc());
        var workload = new Workload(accounts, warmUp + records * 2, seed);
        say("preparing %d accounts".formatted(accounts));
        workload.prepare(ledger);
        ledger.moveClock(Workload.end());
        say("publishing and booking %d records to warm up".formatted(warmUp));
        workload.publish(ledger, warmUp);
        Throughput.measured(ledger, progress, warmUp);
        ledger.stopIngest();
        long eventsBefore = progress.lastPosition();
        say("publishing %d records".formatted(records));
        workload.publish(ledger, records);
        say("booking them");
        var throughput = Throughput.measured(ledger, progress, records);
        double half = Math.min(throughput.visiblePerSecond() / 2, records / (double) HALF_LOAD_LASTS.toSeconds());
        say("half of that load, %.0f records/s, for %d s".formatted(half, HALF_LOAD_LASTS.toSeconds()));
        var delays = Delays.measured(ledger, progress, workload, half, HALF_LOAD_LASTS);
        ledger.stopIngest();
        return new Report(accounts, partitions, eventsBefore, throughput, delays, baselines(ledger, folder));
    }

    private Baselines baselines(BenchLedger ledger, Path folder)
            throws SQLException, IOException, InterruptedException {
        say("baseline: COPY of the same rows");
        double copy = new CopyBaseline(ledger, folder).recordsPerSecond(Math.min(records, MOST_COPIED));
        var handWritten = new HandWritten(ledger);
        int calls = (int) Math.min(records / 4, BASELINE_CALLS);
        say("baseline: one transaction per call, %d clients".formatted(CLIENTS));
        double oneByOne = handWritten.oneTransactionPerCall(calls, CLIENTS);
        int together = (int) Math.min(records / 4, SET_BASED_CALLS);
        say("baseline: set-based SQL, %d calls per transaction".formatted(CALLS_PER_TRANSACTION));
        double setBased = handWritten.setBased(together, SET_BASED_CLIENTS, CALLS_PER_TRANSACTION);
        return new Baselines(copy, oneByOne, setBased);
    }

    private static void say(String what) {
        System.err.println(what);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}

package io.minutebook.benchmarks.endtoend;

import io.minutebook.benchmarks.endtoend.Report.Baselines;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run over a ledger that is prepared for it: load, steady stream, replay, baselines. */
final class Run {

    private static final Duration HALF_LOAD_LASTS = Duration.ofSeconds(20);
    private static final int BASELINE_CALLS = 40_000;
    private static final int SET_BASED_CALLS = 100_000;
    private static final int CLIENTS = 8;
    private static final int SET_BASED_CLIENTS = 2;
    private static final int CALLS_PER_TRANSACTION = 500;
    private static final long MOST_COPIED = 200_000;

    private final BenchLedger ledger;
    private final Scenario scenario;
    private final Path folder;
    private final Progress progress;

    Run(BenchLedger ledger, Scenario scenario, Path folder) {
        this.ledger = ledger;
        this.scenario = scenario;
        this.folder = folder;
        this.progress = new Progress(ledger.jdbc());
    }

    Report measured(boolean withBaselines) throws IOException, SQLException, InterruptedException {
        var workload = Workload.measured(scenario);
        ledger.moveClock(Workload.end());
        say("publishing and booking %d records to warm up".formatted(scenario.warmUp()));
        booked(workload, scenario.warmUp());
        ledger.stopIngest();
        long eventsBefore = progress.events();
        say("publishing and booking %d records".formatted(scenario.records()));
        var throughput = booked(workload, scenario.records());
        var delays = delays(workload, throughput);
        ledger.stopIngest();
        return new Report(
                scenario,
                eventsBefore,
                throughput,
                delays,
                replay(),
                progress.databaseBytes(),
                withBaselines ? baselines() : null);
    }

    private Throughput booked(Workload workload, long records) throws InterruptedException {
        workload.publish(ledger, records);
        return Throughput.measured(ledger, progress, records);
    }

    private Delays delays(Workload workload, Throughput throughput) throws InterruptedException {
        long seconds = HALF_LOAD_LASTS.toSeconds();
        double half = Math.min(throughput.visiblePerSecond() / 2, scenario.records() / (double) seconds);
        say("half of that load, %.0f records/s, for %d s".formatted(half, seconds));
        return Delays.measured(ledger, progress, workload, half, HALF_LOAD_LASTS);
    }

    private @Nullable ReplaySpeed replay() throws InterruptedException {
        if (!scenario.isReplayed()) return null;
        long events = progress.events();
        say("building all read models anew from %d events".formatted(events));
        return ReplaySpeed.of(ledger, events);
    }

    private Baselines baselines() throws SQLException, IOException, InterruptedException {
        long records = scenario.records();
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
}

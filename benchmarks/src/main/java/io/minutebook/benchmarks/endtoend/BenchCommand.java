package io.minutebook.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The end-to-end load run, with what it is measured against in the same run on the same PostgreSQL; or many of them. */
@Command(
        name = BenchCommand.NAME,
        description = {
            "Measures the whole way of usage records: from Kafka to committed events, usage rows and bills.",
            "Everything runs in this process and in a PostgreSQL of its own, fsync and synchronous_commit on.",
            "The last line is JSON."
        },
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

    static final String NAME = "bench";
    static final String NO_BASELINES = "--no-baselines";

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--matrix",
            description = "a run for each value of accounts, partitions and history, one factor at a time, and for one"
                    + " account with half of the traffic; the base first and last")
    private boolean matrix;

    @Option(
            names = "--close",
            description = "instead: closes the month of the history and downloads its largest file of usage detail")
    private boolean close;

    @Option(
            names = "--replay",
            description = "instead: books records without and with a replay of all read models beside it")
    private boolean replay;

    @Option(names = NO_BASELINES, description = "leave out what it is measured against")
    private boolean noBaselines;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        var program = new OwnProcess(spec.root().userObject().getClass());
        var here = Path.of("").toAbsolutePath();
        if (close) closed(options.scenario(), program, here).print();
        else if (replay) replayed(options.scenario(), program, here).print();
        else if (matrix) new Matrix(options.matrix(), program, here).run();
        else measured(options.scenario(), program, here).print(); // last of all, when nothing else has anything to say
        return 0;
    }

    private CloseRun closed(Scenario scenario, OwnProcess program, Path here)
            throws IOException, SQLException, InterruptedException {
        DiskSpace.require(scenario, here);
        try (var folder = RunFolder.in(here)) {
            program.lastLineOf(PrepareCommand.arguments(scenario, folder.path()));
            try (var ledger = BenchLedger.start(folder.path(), scenario.partitions(), Workload.opening())) {
                return CloseRun.measured(ledger, scenario);
            }
        }
    }

    private ReplayUnderLoad replayed(Scenario scenario, OwnProcess program, Path here)
            throws IOException, SQLException, InterruptedException {
        DiskSpace.require(scenario, here);
        try (var folder = RunFolder.in(here)) {
            program.lastLineOf(PrepareCommand.arguments(scenario, folder.path()));
            try (var ledger = BenchLedger.start(folder.path(), scenario.partitions(), Workload.opening())) {
                return ReplayUnderLoad.measured(ledger, scenario);
            }
        }
    }

    /** The ledger is made by another process, so that this one starts alike whatever was made. */
    private Report measured(Scenario scenario, OwnProcess program, Path here)
            throws IOException, SQLException, InterruptedException {
        DiskSpace.require(scenario, here);
        try (var folder = RunFolder.in(here)) {
            program.lastLineOf(PrepareCommand.arguments(scenario, folder.path()));
            try (var ledger = BenchLedger.start(folder.path(), scenario.partitions(), Workload.opening())) {
                return new Run(ledger, scenario, folder.path()).measured(!noBaselines);
            }
        }
    }
}

package io.minutebook.benchmarks.endtoend;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a run starts before itself: makes the ledger of a folder and stops it again. */
@Command(name = PrepareCommand.NAME, hidden = true, description = "Makes the ledger that a run measures.")
public final class PrepareCommand implements Callable<Integer> {

    static final String NAME = "bench-prepare";

    @Mixin
    private ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--folder", required = true, paramLabel = "DIR", description = "where")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path folder;

    static List<String> arguments(Scenario scenario, Path folder) {
        var arguments = new ArrayList<>(List.of(NAME, "--folder", folder.toString()));
        arguments.addAll(scenario.arguments());
        return arguments;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        var scenario = options.scenario();
        try (var ledger = BenchLedger.start(folder, scenario.partitions(), Workload.opening())) {
            new Preparation(ledger, scenario).make();
        }
        return 0;
    }
}

package io.minutebook.benchmarks.micro;

import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the pure core with JMH, each beside a baseline of the same shape. */
@Command(
        name = "micro",
        description = "Measures the pure core with JMH: decoding a record; routing, rounding and drawing a call.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class MicroCommand implements Callable<Integer> {

    @Option(names = "--forks", paramLabel = "N", description = "fresh virtual machines per benchmark")
    private int forks = 2;

    @Option(names = "--include", paramLabel = "REGEX", description = "which benchmarks")
    private String include = "io.minutebook.benchmarks.micro.*";

    @Override
    public Integer call() throws RunnerException {
        var options = new OptionsBuilder().include(include).forks(forks).build();
        new Runner(options).run();
        return 0;
    }
}

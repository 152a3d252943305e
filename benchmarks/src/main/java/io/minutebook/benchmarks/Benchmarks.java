package io.minutebook.benchmarks;

import io.minutebook.benchmarks.downloads.DownloadsCommand;
import io.minutebook.benchmarks.endtoend.BenchCommand;
import io.minutebook.benchmarks.endtoend.PrepareCommand;
import io.minutebook.benchmarks.micro.MicroCommand;
import io.minutebook.server.cli.OneLineErrors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the launcher starts for its commands that measure; the exit status is 0 only when all was measured. */
@Command(
        name = "minutebook",
        description = "Measures the ledger.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchCommand.class, PrepareCommand.class, MicroCommand.class, DownloadsCommand.class})
public final class Benchmarks implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setParameterExceptionHandler(OneLineErrors::misused)
                .setExecutionExceptionHandler(OneLineErrors::failed)
                .execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}

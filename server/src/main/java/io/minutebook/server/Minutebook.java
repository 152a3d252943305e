package io.minutebook.server;

import io.minutebook.server.backup.BackupCommand;
import io.minutebook.server.backup.RestoreCommand;
import io.minutebook.server.cli.Key;
import io.minutebook.server.cli.OneLineErrors;
import io.minutebook.server.cli.Publish;
import io.minutebook.server.cli.ReplayCommand;
import io.minutebook.server.cli.Services;
import io.minutebook.server.cli.Up;
import io.minutebook.server.simulate.SimulateCommand;
import io.minutebook.server.verify.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the ledger; its exit status is 0 only when all of the work was done. */
@Command(
        name = "minutebook",
        description = "Usage metering and billing ledger for cloud contact centres.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class, Services.class, Publish.class, SimulateCommand.class, Key.class, VerifyCommand.class,
            ReplayCommand.class, BackupCommand.class, RestoreCommand.class
        })
public final class Minutebook implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Minutebook() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Minutebook())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(OneLineErrors::misused)
                .setExecutionExceptionHandler(OneLineErrors::failed)
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}

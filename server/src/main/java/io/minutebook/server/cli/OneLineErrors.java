package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * How a command ends that did not do its work: one line on the console, the stack trace only in the folder's
 * log.
 */
public final class OneLineErrors {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private OneLineErrors() {}

    public static int misused(ParameterException misuse, String[] arguments) {
        var command = misuse.getCommandLine().getCommandSpec().qualifiedName();
        System.err.println("minutebook: %s; see %s --help".formatted(misuse.getMessage(), command));
        return MISUSED;
    }

    public static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        System.err.println("minutebook: " + lineOf(failure));
        if (System.getProperty(DataFolder.LOG) != null) {
            LoggerFactory.getLogger("io.minutebook.stacktrace").debug("failed", failure);
        }
        return FAILED;
    }

    private static String lineOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart) return String.valueOf(cause.getMessage());
        }
        var root = failure;
        while (root.getCause() != null) root = root.getCause();
        var message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        var log = System.getProperty(DataFolder.LOG);
        var pointer = log == null ? "" : "; details are in " + Path.of(log);
        return "%s: %s%s".formatted(root.getClass().getSimpleName(), message, pointer);
    }
}

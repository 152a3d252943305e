package io.minutebook.benchmarks.endtoend;

import io.minutebook.server.embedded.CannotStart;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another Java process of this very program, so that what is measured in one is not faster or slower for what was done
 * in another before; what it tells of its progress is passed on. It ends with the one that started it.
 */
final class OwnProcess {

    private final String program;
    private @Nullable Process running;

    /** Of the program with that main class. */
    OwnProcess(Class<?> program) {
        this.program = program.getName();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "own-process"));
    }

    /**
     * Runs a command to its end and gives the last line it printed, empty when there was none.
     *
     * @throws CannotStart when it fails, which it has told itself
     */
    String lastLineOf(List<String> arguments) throws IOException, InterruptedException {
        var process = started(arguments);
        String last = "";
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) last = line;
        }
        if (process.waitFor() == 0) return last;
        throw new CannotStart("that failed, so nothing more is measured: " + String.join(" ", arguments));
    }

    private synchronized Process started(List<String> arguments) throws IOException {
        var process = new ProcessBuilder(command(arguments)).redirectError(Redirect.INHERIT).start();
        running = process;
        return process;
    }

    /** It takes its own folder and processes away first. */
    private synchronized void end() {
        if (running == null) return;
        running.destroy();
        running.onExit().join();
    }

    private List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
        command.addAll(arguments);
        return command;
    }
}

package io.minutebook.server.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One session of bash, in which somebody types commands one after the other and sees what they print. */
final class Terminal implements AutoCloseable {

    private static final String END = "--- end of the commands, failed:";
    private static final int PATIENCE_SECONDS = 180;

    private final Process bash;
    private final Writer keyboard;
    private final BufferedReader screen;
    private final Path scratch;

    private Terminal(Process bash, Path scratch) {
        this.bash = bash;
        this.keyboard = bash.outputWriter();
        this.screen = bash.inputReader();
        this.scratch = scratch;
    }

    /** What was shown, and which commands ended with another status than 0. */
    record Shown(String output, String failed) {}

    static Terminal open(Path folder, Path programs, Path scratch) throws IOException {
        var bash = new ProcessBuilder("bash", "--noprofile", "--norc").directory(folder.toFile());
        bash.redirectErrorStream(true);
        bash.environment().merge("PATH", programs.toString(), (path, first) -> first + ":" + path);
        var terminal = new Terminal(bash.start(), scratch);
        terminal.type("set -o pipefail; trap 'failed+=\"[$BASH_COMMAND] \"' ERR\n");
        return terminal;
    }

    Shown run(String commands) throws IOException, InterruptedException {
        var script = Files.writeString(Files.createTempFile(scratch, "commands", ".sh"), commands);
        type("failed=; source '%s'; echo; echo \"%s$failed\"\n".formatted(script, END));
        var reading = new FutureTask<>(this::readToTheEnd);
        Thread.ofVirtual().start(reading);
        try {
            return reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException failed) {
            throw new IOException("these commands do not end: " + commands, failed);
        }
    }

    private Shown readToTheEnd() throws IOException {
        var output = new StringBuilder();
        for (var line = screen.readLine(); line != null; line = screen.readLine()) {
            if (line.startsWith(END)) return new Shown(output.toString(), line.substring(END.length()));
            output.append(line).append('\n');
        }
        throw new IOException("the session has ended: " + output);
    }

    private void type(String line) throws IOException {
        keyboard.write(line);
        keyboard.flush();
    }

    @Override
    public void close() {
        bash.destroy();
    }
}

package io.minutebook.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A command that runs in a terminal of its own until somebody stops it. */
final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path screen;

    private Server(Process process, Path screen) {
        this.process = process;
        this.screen = screen;
    }

    /** Starts it as it is written; {@code exec} makes the process the command's own, as it is for Ctrl-C. */
    static Server start(Path folder, Path scratch, String command) throws IOException {
        var screen = Files.createTempFile(scratch, "screen", ".txt");
        var process = new ProcessBuilder("bash", "-c", "exec " + command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile())
                .start();
        return new Server(process, screen);
    }

    void awaitShown(Predicate<String> isThere) {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || isThere.test(shown()));
        assertThat(isThere).as(shown()).accepts(shown());
    }

    String shown() {
        try {
            return Files.readString(screen);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(shown()).isZero();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

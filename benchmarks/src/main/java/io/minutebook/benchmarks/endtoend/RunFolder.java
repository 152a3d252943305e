package io.minutebook.benchmarks.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** The folder of a run, which may be large: deleted when the run is over, and when it is interrupted. */
final class RunFolder implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final Path path;
    private final Thread whenInterrupted = new Thread(this::abandon, "run-folder");

    private RunFolder(Path path) {
        this.path = path;
    }

    static RunFolder in(Path here) throws IOException {
        var folder = new RunFolder(Files.createTempDirectory(here, "bench-"));
        Runtime.getRuntime().addShutdownHook(folder.whenInterrupted);
        return folder;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        } catch (IllegalStateException interrupted) {
            return; // the hook does it
        }
        delete();
    }

    /** PostgreSQL, of whichever process, takes its lock file away last of all. */
    private void abandon() {
        long startNanos = System.nanoTime();
        try {
            while (Files.exists(path.resolve("postgres/postmaster.pid"))
                    && System.nanoTime() - startNanos < PATIENCE_NANOS) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            delete();
        } catch (IOException | InterruptedException failed) {
            System.err.printf("%s could not be deleted: %s%n", path, failed.getMessage());
        }
    }

    private void delete() throws IOException {
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(each);
        }
    }
}

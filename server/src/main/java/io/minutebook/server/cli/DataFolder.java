package io.minutebook.server.cli;

import io.minutebook.server.embedded.CannotStart;
import io.minutebook.server.log.LogLines;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The folder where one process keeps everything; a second process that keeps a database or a broker there is
 * refused for as long as the first runs.
 */
final class DataFolder implements AutoCloseable {

    /** System property with the path of the log file; set before anything logs. */
    static final String LOG = "minutebook.log";

    private final Path path;
    private final @Nullable FileLock lock;

    private DataFolder(Path path, @Nullable FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder where needed, has it alone and sends the log there. */
    static DataFolder alone(Path path) {
        var folder = made(path);
        try {
            var file = FileChannel.open(
                    folder.resolve("minutebook.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = file.tryLock();
            if (lock == null) {
                file.close();
                throw new CannotStart(
                        "another minutebook runs on " + folder + ": stop it or choose another --data");
            }
            logInto(folder.resolve("minutebook.log"));
            return new DataFolder(folder, lock);
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    /**
     * As {@link #alone}, for one of several processes that keep only keys and logs there, each under its own
     * name.
     */
    static DataFolder shared(Path path, String process) {
        var folder = made(path);
        logInto(folder.resolve("minutebook-" + process + ".log"));
        return new DataFolder(folder, null);
    }

    private static Path made(Path path) {
        var folder = path.toAbsolutePath().normalize();
        try {
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw unusable(folder, failed);
        }
    }

    private static CannotStart unusable(Path folder, IOException cause) {
        return new CannotStart("cannot use the folder " + folder + ": choose another --data", cause);
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    private static void logInto(Path log) {
        LogLines.requireKnownFormats();
        System.setProperty(LOG, log.toString());
        System.setProperty("logback.configurationFile", "logback-ledger.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none"); // it would begin anew
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Override
    public void close() throws IOException {
        if (lock != null) lock.acquiredBy().close();
    }
}

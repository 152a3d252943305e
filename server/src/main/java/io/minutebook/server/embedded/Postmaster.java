package io.minutebook.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL process that runs in a folder, known by its lock file there. A killed ledger leaves it
 * running: it is stopped before a new one starts.
 */
record Postmaster(ProcessHandle process, int port) {

    private static final Logger log = LoggerFactory.getLogger(Postmaster.class);
    private static final String LOCK = "postmaster.pid";
    private static final int PROCESS_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final String FAST = "INT";
    private static final String IMMEDIATE = "QUIT";

    static Optional<Postmaster> of(Path folder) {
        var lines = lockOf(folder);
        if (lines.size() <= PORT_LINE) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lines.get(PROCESS_LINE).strip()))
                .filter(Postmaster::isPostgres)
                .map(process -> new Postmaster(process, Integer.parseInt(lines.get(PORT_LINE).strip())));
    }

    static void stopLeftOver(Path folder) {
        var leftOver = of(folder);
        if (leftOver.isPresent()) {
            log.info("stopping the PostgreSQL that was left running in {}", folder);
            leftOver.get().stop();
        } else {
            forgetLock(folder);
        }
    }

    /**
     * The process is gone; were its number given to another program, PostgreSQL would take that for its old
     * self.
     */
    private static void forgetLock(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(LOCK));
        } catch (IOException failed) {
            throw new CannotStart("cannot write in " + folder + ": is it yours?", failed);
        }
    }

    private static List<String> lockOf(Path folder) {
        var lock = folder.resolve(LOCK);
        try {
            return Files.exists(lock) ? Files.readAllLines(lock) : List.of();
        } catch (IOException unreadable) {
            throw new CannotStart("cannot read " + lock + ": is it yours?", unreadable);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        var command = process.info().command().map(Path::of);
        return command.filter(program -> program.endsWith("postgres")).isPresent();
    }

    /** Fast first, which writes a checkpoint; else at once, and the next start recovers. */
    private void stop() {
        if (!ended(FAST, 60) && !ended(IMMEDIATE, 30)) {
            throw new CannotStart("PostgreSQL (process %d) of this folder does not stop: stop it yourself"
                    .formatted(process.pid()));
        }
    }

    private boolean ended(String signal, int seconds) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException tooLong) {
            return false;
        } catch (IOException | ExecutionException failed) {
            throw new UncheckedIOException(new IOException("cannot stop process " + process.pid(), failed));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

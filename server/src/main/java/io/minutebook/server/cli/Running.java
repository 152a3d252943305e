package io.minutebook.server.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** What a process has running; when it is told to stop, the last that was started stops first. */
final class Running {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Running() {}

    /**
     * Starts things and keeps them running until SIGTERM or Ctrl-C, which end the process with status 0. When
     * starting fails, what was started is stopped and the failure thrown.
     */
    static int untilStopped(Consumer<Running> start) {
        var running = new Running();
        var stop = new Thread(running::stopProcess, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            start.accept(running);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (RuntimeException failed) {
            running.stop();
            Runtime.getRuntime().removeShutdownHook(stop);
            throw failed;
        }
    }

    /** Has it stopped with the process; gives it back. */
    <T extends AutoCloseable> T with(T part) {
        synchronized (parts) {
            parts.push(part);
        }
        return part;
    }

    /** The virtual machine's own status after a signal would be 143, as if the stop had failed. */
    private void stopProcess() {
        Runtime.getRuntime().halt(stop() ? 0 : 1);
    }

    private boolean stop() {
        var clean = true;
        synchronized (parts) {
            while (!parts.isEmpty()) clean &= stopped(parts.pop());
        }
        return clean;
    }

    private static boolean stopped(AutoCloseable part) {
        try {
            part.close();
            return true;
        } catch (Exception failed) {
            // the others must stop all the same
            LoggerFactory.getLogger(Running.class).error("{} did not stop cleanly", part, failed);
            return false;
        }
    }
}

package io.minutebook.ingest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node that reads usage records does beside, again and again by real time, each chore on its own thread. */
public final class IngestChores {

    private static final Logger LOG = LoggerFactory.getLogger(IngestChores.class);
    private static final long STOP_SECONDS = 20;

    private final List<Chore> chores;
    private @Nullable ScheduledExecutorService threads;

    public IngestChores(List<Chore> chores) {
        this.chores = List.copyOf(chores);
    }

    /** Something to do every so often; that it fails once is no reason to stop. */
    public record Chore(String name, Duration pause, Runnable work) {

        void run() {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.warn("{} failed and is tried again", name, failure);
            }
        }
    }

    public synchronized void start() {
        if (threads != null || chores.isEmpty()) return;
        var started = Executors.newScheduledThreadPool(
                chores.size(), Thread.ofPlatform().daemon().name("ingest-chore-", 0).factory());
        for (var chore : chores) {
            long pauseMillis = chore.pause().toMillis();
            var _ = started.scheduleWithFixedDelay(chore::run, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
        }
        threads = started;
    }

    /** What is being done is finished first. */
    public synchronized void stop() {
        if (threads == null) return;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a chore of ingest is still busy and is not waited for");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads = null;
    }
}

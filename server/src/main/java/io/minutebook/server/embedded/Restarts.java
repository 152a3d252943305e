package io.minutebook.server.embedded;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over the PostgreSQL of a folder: one that ended without being told to, as on a full disk, is started again,
 * at first at once and then ever more patiently, until it has run for a minute.
 */
final class Restarts implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Restarts.class);
    private static final long MILLIS_BETWEEN_LOOKS = 500;
    private static final long SHORTEST_WAIT_MILLIS = 1_000;
    private static final long LONGEST_WAIT_MILLIS = 15_000;
    private static final long LONG_ENOUGH_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long LONGEST_START_IN_HAND_MILLIS = 10_000;

    private final Path folder;
    private final ServerOutput output;
    private final Runnable start;
    private final Watch watch = new Watch("postgres-watch", MILLIS_BETWEEN_LOOKS, this::look, this::tellOf);
    private String toldOf = "";
    private String toldOfFailure = "";
    private long waitMillis;
    private long startedNanos = System.nanoTime();

    private Restarts(Path folder, ServerOutput output, Runnable start) {
        this.folder = folder;
        this.output = output;
        this.start = start;
    }

    /** @param start starts PostgreSQL in that folder, or throws {@link CannotStart} */
    static Restarts of(Path folder, ServerOutput output, Runnable start) {
        var restarts = new Restarts(folder, output, start);
        restarts.watch.start();
        return restarts;
    }

    private void look() {
        if (Postmaster.of(folder).isPresent()) {
            trustWhatHasLasted();
        } else {
            tell(output.whyItEnded().orElse("it does not say why, see " + output.file()));
            if (!watch.isClosedWithin(waitMillis)) startAgain();
        }
    }

    private void trustWhatHasLasted() {
        if (System.nanoTime() - startedNanos < LONG_ENOUGH_NANOS) return;
        waitMillis = 0;
        toldOf = "";
        toldOfFailure = "";
    }

    private void startAgain() {
        waitMillis = Math.clamp(2 * waitMillis, SHORTEST_WAIT_MILLIS, LONGEST_WAIT_MILLIS);
        Postmaster.stopLeftOver(folder);
        start.run();
        startedNanos = System.nanoTime();
        log.info("PostgreSQL in {} runs again", folder);
    }

    /** Once for each reason, not at each try. */
    private void tell(String reason) {
        if (!toldOf.equals(reason)) log.error("PostgreSQL in {} ended and is started again: {}", folder, reason);
        toldOf = reason;
    }

    private void tellOf(RuntimeException failed) {
        var said = String.valueOf(failed.getMessage());
        if (!toldOfFailure.equals(said)) log.error("PostgreSQL in {} cannot be started yet: {}", folder, said, failed);
        toldOfFailure = said;
    }

    /** No start begins from now on; one in hand is waited for, but not for a long recovery. */
    @Override
    public void close() {
        watch.close(LONGEST_START_IN_HAND_MILLIS);
    }
}

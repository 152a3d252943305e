package io.minutebook.server.embedded;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a broker off a disk that is full, for Kafka ends the whole process when it cannot write: it is stopped in time
 * and started again once there is room. What it does not accept meanwhile is still with those who send it.
 */
final class RoomWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RoomWatch.class);
    private static final long MILLIS_BETWEEN_LOOKS = 250;
    private static final long LONGEST_WORK_IN_HAND_MILLIS = 30_000;

    private final Path folder;
    private final Runnable stop;
    private final Runnable start;
    private final Watch watch = new Watch("kafka-room", MILLIS_BETWEEN_LOOKS, this::look, RoomWatch::tellOf);
    private boolean stopped;

    private RoomWatch(Path folder, Runnable stop, Runnable start) {
        this.folder = folder;
        this.stop = stop;
        this.start = start;
    }

    static RoomWatch of(Path folder, Runnable stop, Runnable start) {
        var watch = new RoomWatch(folder, stop, start);
        watch.watch.start();
        return watch;
    }

    /** Started again only when some room was made, lest it stops at once. */
    private void look() {
        long left = DiskRoom.left(folder);
        if (!stopped && left < DiskRoom.LEAST_BYTES) {
            log.error("Kafka is stopped, for its disk is full: make room on the disk of {}, {} MiB are left",
                    folder, left >> 20);
            stopped = true;
            stop.run();
        } else if (stopped && left >= 2 * DiskRoom.LEAST_BYTES) {
            start.run();
            stopped = false;
            log.info("Kafka runs again, there are {} MiB of room", left >> 20);
        }
    }

    private static void tellOf(RuntimeException failed) {
        log.warn("Kafka cannot be stopped or started for want of room; it is tried again", failed);
    }

    /** Waits for a stop or start that is under way. */
    @Override
    public void close() {
        watch.close(LONGEST_WORK_IN_HAND_MILLIS);
    }
}

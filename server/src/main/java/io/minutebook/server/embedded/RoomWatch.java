package io.minutebook.server.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread watch;
    private boolean stopped;

    private RoomWatch(Path folder, Runnable stop, Runnable start) {
        this.folder = folder;
        this.stop = stop;
        this.start = start;
        this.watch = Thread.ofPlatform().daemon().name("kafka-room").unstarted(this::watch);
    }

    static RoomWatch of(Path folder, Runnable stop, Runnable start) {
        var watch = new RoomWatch(folder, stop, start);
        watch.watch.start();
        return watch;
    }

    private void watch() {
        while (!isClosedSoon()) {
            try {
                look();
            } catch (RuntimeException failed) {
                log.warn("Kafka cannot be stopped or started for want of room; it is tried again", failed);
            }
        }
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

    private boolean isClosedSoon() {
        try {
            return closed.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            return true;
        }
    }

    /** Waits for a stop or start that is under way. */
    @Override
    public void close() {
        closed.countDown();
        try {
            watch.join(LONGEST_WORK_IN_HAND_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.minutebook.reporting.replay;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Leaves processors and disks to those who book: while many events are being stored, a replay works for a share of the
 * time only. While few are, it works on.
 */
final class GivingWay {

    /** Above that a replay would be felt. */
    private static final long MANY_PER_SECOND = 500;

    private static final int ALL = 100;
    private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_REST_NANOS = Duration.ofSeconds(10).toNanos();

    private final int busyShare;
    private final BooleanSupplier mayGoOn;
    private long workingSince = System.nanoTime();
    private long lookedAt = workingSince;
    private long live = -1;
    private long behind = Long.MAX_VALUE;
    private boolean isBusy;
    private boolean isLosing;

    /**
     * Begins to work now.
     *
     * @param busyShare of the time, in percent, while many events are stored; 100 never rests
     */
    GivingWay(int busyShare, BooleanSupplier mayGoOn) {
        this.busyShare = busyShare;
        this.mayGoOn = mayGoOn;
    }

    /**
     * Between two pieces of work.
     *
     * @param position that it has reached
     * @param livePosition where the live read model is, which moves as events are stored
     */
    void rest(long position, long livePosition) {
        look(position, livePosition);
        if (isBusy && !isLosing) park((System.nanoTime() - workingSince) * (ALL - busyShare) / busyShare);
        workingSince = System.nanoTime();
    }

    /** Over a second at least: a read model moves by leaps. */
    private void look(long position, long livePosition) {
        long nanos = System.nanoTime() - lookedAt;
        if (live >= 0 && nanos < NANOS_PER_SECOND) return;
        isBusy = live >= 0 && (livePosition - live) * NANOS_PER_SECOND / nanos > MANY_PER_SECOND;
        isLosing = livePosition - position >= behind;
        behind = livePosition - position;
        live = livePosition;
        lookedAt = System.nanoTime();
    }

    private void park(long nanos) {
        long start = System.nanoTime();
        long length = Math.min(nanos, LONGEST_REST_NANOS);
        while (mayGoOn.getAsBoolean() && System.nanoTime() - start < length) {
            LockSupport.parkNanos(length - (System.nanoTime() - start));
        }
    }
}

package io.minutebook.reporting.feed;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells up to which index nothing can appear any more. A writer takes its transaction id before it draws an index,
 * so once every transaction below an id that was drawn after seeing index h is over, all up to h is committed or gone.
 */
final class Horizon {

    private static final int WAITING_AT_MOST = 16;

    private final Deque<Sample> waiting = new ArrayDeque<>();
    private long sampled;
    private long settled;

    private record Sample(long index, long transactionId, long nanos) {}

    /** Only a head that rose is worth a transaction id: an idle ledger uses none. */
    boolean wantsSample(long head) {
        return head > sampled && waiting.size() < WAITING_AT_MOST;
    }

    /**
     * Takes a sample.
     *
     * @param head the highest index seen by a statement that ended before transactionId was drawn
     */
    void sample(long head, long transactionId, long nanos) {
        waiting.add(new Sample(head, transactionId, nanos));
        sampled = head;
    }

    /**
     * Settles the samples that are old enough.
     *
     * @param oldestRunning the lowest transaction id still running, as a snapshot taken after the samples shows it
     */
    void observe(long oldestRunning) {
        while (!waiting.isEmpty() && waiting.element().transactionId() <= oldestRunning) {
            settled = waiting.remove().index();
        }
    }

    long settled() {
        return settled;
    }

    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** How long the oldest index that is not settled has been waiting. */
    long waitingNanos(long now) {
        return waiting.isEmpty() ? 0 : now - waiting.element().nanos();
    }
}

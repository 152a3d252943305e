package io.minutebook.reporting.projections;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where the projections that run in this process have got to, as of their last commit. */
public final class ReachedPositions {

    private final Map<String, Long> positions = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    void reached(String projection, long position) {
        lock.lock();
        try {
            positions.put(projection, position);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all of them have reached it; answers whether they have. */
    boolean await(Collection<String> projections, long position, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            while (!haveReached(projections, position)) {
                if (nanos <= 0) return false;
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean haveReached(Collection<String> projections, long position) {
        return projections.stream().allMatch(name -> positions.getOrDefault(name, 0L) >= position);
    }
}

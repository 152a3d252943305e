package io.minutebook.reporting.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Events that this process has committed a moment ago, so that it need not read them back to show them. Which of them
 * come next the ledger says alone, and whatever is not here is read from it: a shortcut, and no more than that.
 */
public final class FreshEvents {

    private static final int MOST = 30_000;

    private final ConcurrentSkipListMap<Long, LedgerEvent> events = new ConcurrentSkipListMap<>();
    private volatile boolean hasReader;

    /** Takes in what has been committed, if anybody here reads; too much is read too late to be of use. */
    public void add(List<LedgerEvent> committed) {
        if (!hasReader) return;
        if (events.size() > MOST) events.clear();
        committed.forEach(event -> events.put(event.position(), event));
    }

    /** Whether it may hold the event after that position. */
    boolean mayFollow(long position, long upTo) {
        hasReader = true;
        var next = events.higherKey(position);
        return next != null && next <= upTo;
    }

    /** The events at these positions up to the first that is not here, which are given up. */
    List<LedgerEvent> take(List<Long> positions) {
        var taken = new ArrayList<LedgerEvent>(positions.size());
        for (var position : positions) {
            var event = events.remove(position);
            if (event == null) break;
            taken.add(event);
        }
        return taken;
    }

    /** Nobody will ask for these any more. */
    void forget(long upTo) {
        events.headMap(upTo, true).clear();
    }
}

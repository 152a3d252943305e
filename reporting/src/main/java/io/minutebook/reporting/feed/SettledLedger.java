package io.minutebook.reporting.feed;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The ledger's events in the order of their index, up to the settled index, for readers side by side: each stretch is
 * read and checked once, by the first who comes to it.
 */
public final class SettledLedger {

    private static final Logger LOG = LoggerFactory.getLogger(SettledLedger.class);

    private static final int EVENTS_PER_STRETCH = 4_000;
    private static final int STRETCHES_HELD = 8;

    private final LedgerEvents events;
    private final SettledIndex settledIndex;
    private final FreshEvents fresh;
    private final ConcurrentSkipListMap<Long, Stretch> held = new ConcurrentSkipListMap<>();
    private final Map<String, Long> readers = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable LedgerWalk walk;
    private volatile @Nullable SequenceBroken broken;
    private volatile boolean unreadable;

    public SettledLedger(LedgerEvents events, SettledIndex settledIndex, FreshEvents fresh) {
        this.events = events;
        this.settledIndex = settledIndex;
        this.fresh = fresh;
    }

    /**
     * The next events after a position, as far as they are settled; none when there are none yet.
     *
     * @param reader who asks; what all readers have passed is given up
     * @throws SequenceBroken before a hole in a stream, and from then on: a person must look first
     */
    public Stretch after(String reader, long position) {
        readers.put(reader, position);
        giveUpWhatAllHavePassed();
        var stretch = held.get(position);
        if (stretch != null) return stretch;
        reading.lock();
        try {
            stretch = held.get(position);
            return stretch != null ? stretch : read(position);
        } finally {
            reading.unlock();
        }
    }

    /** A reader that will not ask for some time. */
    public void leave(String reader) {
        readers.remove(reader);
    }

    /** Waits until events after this position are settled; answers whether they are. */
    public boolean awaitPast(long position, Duration timeout) throws InterruptedException {
        return settledIndex.awaitPast(position, timeout);
    }

    /** Whether readers stand before events that are missing in their stream or cannot be read. */
    public boolean isBroken() {
        return broken != null || unreadable;
    }

    private void giveUpWhatAllHavePassed() {
        long slowest = readers.values().stream().mapToLong(Long::longValue).min().orElse(0);
        held.headMap(slowest).clear();
        while (held.size() > STRETCHES_HELD) held.pollFirstEntry();
    }

    private Stretch read(long position) {
        var hole = broken;
        if (hole != null) throw hole;
        long upTo = settledIndex.settled();
        if (upTo <= position) return Stretch.EMPTY;
        var stretch = readTo(upTo, walkFrom(position));
        if (!stretch.isEmpty()) held.put(position, stretch);
        return stretch;
    }

    /** Who goes on where the last one ended knows the streams; a walk that failed on its way knows nothing. */
    private LedgerWalk walkFrom(long position) {
        var last = walk;
        walk = null;
        return last != null && last.position() == position ? last : events.walk(position, fresh);
    }

    private Stretch readTo(long upTo, LedgerWalk on) {
        try {
            var stretch = on.next(upTo, EVENTS_PER_STRETCH);
            unreadable = false;
            walk = on;
            return stretch;
        } catch (SequenceBroken hole) {
            broken = hole;
            LOG.error("Reading the ledger stopped for good: {}. Run `verify`, then restart.", hole.getMessage());
            throw hole;
        } catch (DataAccessException | TransactionException failed) {
            throw failed; // that the database fails is not the events' fault
        } catch (RuntimeException failed) {
            unreadable = true;
            throw failed;
        }
    }
}

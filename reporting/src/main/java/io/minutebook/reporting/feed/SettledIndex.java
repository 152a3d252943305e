package io.minutebook.reporting.feed;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** The index up to which every event is committed or gone for good; sampled by a thread of each process for itself. */
public final class SettledIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SettledIndex.class);

    private static final String LOOK =
            """
            select coalesce(max(position), 0) as head, pg_snapshot_xmin(pg_current_snapshot())::text as oldest_running
            from ledger_event""";

    private static final long UNSETTLED_RHYTHM_MILLIS = 10;
    private static final long IDLE_RHYTHM_MILLIS = 20;
    private static final long FAILED_RHYTHM_MILLIS = 500;

    private final JdbcTemplate jdbc;
    private final Horizon horizon = new Horizon();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private volatile long settled;
    private volatile long lastLookNanos = System.nanoTime();
    private volatile long waitingNanos;
    private volatile boolean closed;
    private boolean woken;
    private boolean failing;
    private @Nullable Thread sampler;

    public SettledIndex(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public void start() {
        sampler = Thread.ofPlatform().daemon().name("settled-index").start(this::run);
    }

    public long settled() {
        return settled;
    }

    /**
     * How long events have been committed, or might have been, without being readable; it grows while the
     * ledger cannot be looked at.
     */
    public Duration age() {
        return Duration.ofNanos(waitingNanos + Math.max(0, System.nanoTime() - lastLookNanos));
    }

    /** Waits until more than this index is settled; answers whether it is. */
    boolean awaitPast(long index, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lock();
        try {
            while (settled <= index && nanos > 0) nanos = advanced.awaitNanos(nanos);
            return settled > index;
        } finally {
            lock.unlock();
        }
    }

    /** Look now: somebody knows of new events. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (sampler != null) sampler.interrupt();
    }

    private void run() {
        try {
            while (!closed) pause(sampleSafely());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long sampleSafely() {
        try {
            sample();
            failing = false;
            return horizon.isWaiting() ? UNSETTLED_RHYTHM_MILLIS : IDLE_RHYTHM_MILLIS;
        } catch (DataAccessException | TransactionException e) {
            if (!failing && !closed) LOG.warn("The settled index stands still: {}", e.getMessage());
            failing = true;
            return FAILED_RHYTHM_MILLIS;
        }
    }

    /** One look at the ledger, and a second one at once when the first found something new. */
    void sample() {
        long head = look();
        if (horizon.wantsSample(head)) {
            horizon.sample(head, ownTransactionId(), System.nanoTime());
            look();
        }
        publish();
    }

    private long look() {
        return Objects.requireNonNull(jdbc.queryForObject(LOOK, (row, _) -> {
            horizon.observe(Long.parseLong(row.getString("oldest_running")));
            return row.getLong("head");
        }));
    }

    /** A statement of its own, and so a transaction that is over when it answers. */
    private long ownTransactionId() {
        return Long.parseLong(
                Objects.requireNonNull(jdbc.queryForObject("select pg_current_xact_id()::text", String.class)));
    }

    private void publish() {
        long now = System.nanoTime();
        waitingNanos = horizon.waitingNanos(now);
        lastLookNanos = now;
        if (horizon.settled() == settled) return;
        lock.lock();
        try {
            settled = horizon.settled();
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void pause(long millis) throws InterruptedException {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (!woken && nanos > 0) nanos = wanted.awaitNanos(nanos);
            woken = false;
        } finally {
            lock.unlock();
        }
    }
}

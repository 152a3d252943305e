package io.minutebook.benchmarks.endtoend;

import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the ledger has got: what is booked, and what its readers see. */
final class Progress {

    private static final long LOOK_EVERY_MILLIS = 20;
    private static final Duration PATIENCE_WITHOUT_PROGRESS = Duration.ofMinutes(2);
    private static final Duration SHOW_EVERY = Duration.ofSeconds(10);

    private final JdbcClient jdbc;

    Progress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records that are committed as events, duplicates or dead letters. */
    long booked() {
        return number("select coalesce(sum(received), 0) from ingest_offset");
    }

    long accepted() {
        return number("select coalesce(sum(accepted), 0) from ingest_offset");
    }

    /** The index up to which every read model shows the ledger. */
    long visiblePosition() {
        return number("select min(position) from projection_position");
    }

    long lastPosition() {
        return number("select coalesce(max(position), 0) from ledger_event");
    }

    long events() {
        return number("select count(*) from ledger_event");
    }

    long databaseBytes() {
        return number("select pg_database_size(current_database())");
    }

    /** Returns when the read models show all that is booked. */
    void awaitVisible() throws InterruptedException {
        awaitVisible(lastPosition());
    }

    /** Returns when the read models show that event; fails when they stand still. */
    void awaitVisible(long goal) throws InterruptedException {
        long reached = visiblePosition();
        long movedNanos = System.nanoTime();
        long shownNanos = movedNanos;
        while (reached < goal) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            long nowNanos = System.nanoTime();
            long position = visiblePosition();
            if (position > reached) movedNanos = nowNanos;
            reached = position;
            if (nowNanos - movedNanos > PATIENCE_WITHOUT_PROGRESS.toNanos()) {
                throw new IllegalStateException("the read models stand still at " + reached + " of " + goal);
            }
            if (nowNanos - shownNanos > SHOW_EVERY.toNanos()) {
                System.err.printf("read models at %d of %d%n", reached, goal);
                shownNanos = nowNanos;
            }
        }
    }

    private long number(String sql) {
        return Objects.requireNonNull(jdbc.sql(sql).query(Long.class).single());
    }
}

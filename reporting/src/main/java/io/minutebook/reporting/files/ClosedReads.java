package io.minutebook.reporting.files;

import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * Short transactions, one after the other, in which the read models hold all of a closed month: they are past the event
 * that closed it, and nobody empties or replaces their tables meanwhile. What is booked in that month never changes, so
 * all of them read as one.
 */
final class ClosedReads implements AutoCloseable {

    /** Nothing that writes may last much longer: readers of the ledger wait for it. */
    private static final long LONGEST_NANOS = Duration.ofMillis(300).toNanos();

    private static final String HOLD =
            "lock table account_view, usage_detail, bill_line, bill_allowance, bill_usage in access share mode";

    private static final String REACHED =
            """
            select count(*) = 3 and min(position) >= ? from projection_position
            where name in ('accounts', 'usage', 'bills')""";

    private final PlatformTransactionManager manager;
    private final JdbcTemplate jdbc;
    private final long boundary;
    private @Nullable TransactionStatus current;
    private long begunNanos;

    ClosedReads(PlatformTransactionManager manager, DataSource dataSource, long boundary) {
        this.manager = manager;
        this.jdbc = new JdbcTemplate(dataSource);
        this.boundary = boundary;
        begin();
    }

    private void begin() {
        current = manager.getTransaction(new DefaultTransactionDefinition());
        begunNanos = System.nanoTime();
        try {
            jdbc.execute(HOLD);
            boolean hasReached = Boolean.TRUE.equals(jdbc.queryForObject(REACHED, Boolean.class, boundary));
            if (!hasReached) throw new NotReadYet(boundary);
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** Whether what was done so far should be kept before it goes on. */
    boolean isLong() {
        return System.nanoTime() - begunNanos > LONGEST_NANOS;
    }

    /** Keeps what was written and goes on in the next one. */
    void renew() {
        commit();
        begin();
    }

    void commit() {
        var done = Objects.requireNonNull(current);
        current = null;
        manager.commit(done);
    }

    /** Gives up what was not kept. */
    @Override
    public void close() {
        var left = current;
        current = null;
        if (left != null) manager.rollback(left);
    }
}

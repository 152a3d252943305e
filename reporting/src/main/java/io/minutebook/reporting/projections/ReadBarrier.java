package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.SettledIndex;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets a reader wait until every projection shows what was stored when the reader came, wherever they run. */
public final class ReadBarrier {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final JdbcTemplate jdbc;
    private final SettledIndex settledIndex;
    private final ReachedPositions reached;
    private final List<String> projections;
    private final Duration patience;

    public ReadBarrier(
            DataSource dataSource,
            SettledIndex settledIndex,
            ReachedPositions reached,
            List<Projection> projections,
            Duration patience) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.settledIndex = settledIndex;
        this.reached = reached;
        this.projections = projections.stream().map(Projection::name).toList();
        this.patience = patience;
    }

    /** The index of the last event stored. */
    public long head() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select coalesce(max(position), 0) from ledger_event", Long.class));
    }

    /** Returns when all projections have reached the position; {@link ReadModelBehind} when that takes too long. */
    public void await(long position) {
        long deadline = System.nanoTime() + patience.toNanos();
        settledIndex.wake();
        while (!haveReached(position)) {
            if (System.nanoTime() >= deadline) throw new ReadModelBehind(position, storedPosition());
        }
    }

    private boolean haveReached(long position) {
        try {
            return reached.await(projections, position, BETWEEN_LOOKS) || storedPosition() >= position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadModelBehind(position, 0);
        }
    }

    private long storedPosition() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select coalesce(min(position), 0) from projection_position where name = any(?)",
                Long.class,
                (Object) projections.toArray(String[]::new)));
    }
}

package io.minutebook.server.reporting;

import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.projections.Projection;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;

/** A read model on an empty database, given events batch by batch as a test wants them. */
record Projected(LedgerDatabase ledger, Projection projection, AtomicLong positions) implements AutoCloseable {

    static Projected of(Projection projection) {
        return new Projected(LedgerDatabase.create(), projection, new AtomicLong());
    }

    void clear() {
        positions.set(0);
        jdbc().execute("truncate " + String.join(", ", projection.tables()));
    }

    /** All of them in one transaction. */
    void take(Object... events) {
        var batch = projection.begin();
        for (var event : events) batch.add(stored(event));
        batch.write(jdbc());
    }

    private LedgerEvent stored(Object fact) {
        return new LedgerEvent(positions.incrementAndGet(), "any", 0, Instant.EPOCH, fact);
    }

    /** Each in a transaction of its own. */
    void takeOneByOne(Object... events) {
        for (var event : events) take(event);
    }

    /** Every row of every table, as text. */
    List<String> rows() {
        return projection.tables().stream()
                .flatMap(table -> jdbc()
                        .queryForList("select row::text from %s as row order by 1".formatted(table), String.class)
                        .stream())
                .toList();
    }

    JdbcTemplate jdbc() {
        return ledger.jdbc();
    }

    @Override
    public void close() {
        ledger.close();
    }
}

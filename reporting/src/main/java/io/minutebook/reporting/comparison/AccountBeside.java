package io.minutebook.reporting.comparison;

import io.minutebook.billing.AccountId;
import io.minutebook.reporting.accounts.AccountWalk;
import io.minutebook.reporting.feed.FoundEvent;
import io.minutebook.reporting.feed.LedgerEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import io.minutebook.reporting.months.PastMonths;
import io.minutebook.reporting.projections.EventBatch;
import io.minutebook.reporting.projections.Projection;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The read models of one account, built from its events by their own code in temporary tables, up to a position of each.
 * Its statements are transactions of their own: a long one would hold up every reader of the ledger.
 */
final class AccountBeside {

    private static final int EVENTS_PER_BATCH = 4_000;

    private final LedgerEvents events;
    private final JdbcTemplate tables;
    private final AccountWalk walk;
    private long reached;
    private Map<Projection, Long> goals = Map.of();
    private Map<Projection, EventBatch> batches = Map.of();
    private int added;

    /**
     * Empty ones.
     *
     * @param tables a connection that finds the temporary tables first
     */
    AccountBeside(AccountId accountId, DataSource dataSource, LedgerEvents events, JdbcTemplate tables) {
        this.events = events;
        this.tables = tables;
        this.walk = new AccountWalk(accountId, dataSource);
    }

    /** The last position that was given to any of them. */
    long reached() {
        return reached;
    }

    /**
     * Goes on.
     *
     * @param upTo settled positions, none below the one reached before
     */
    void goOn(Map<Projection, Long> upTo) {
        goals = upTo;
        begin();
        long last = Collections.max(upTo.values());
        var months = months(last);
        walk.goOn(last, stored -> {
            while (!months.isEmpty() && months.getFirst().position() < stored.position()) add(months.removeFirst());
            add(events.eventOf(stored));
        });
        months.forEach(this::add);
        write();
        reached = last;
    }

    /** What was said of months since then; few events, which all accounts share. */
    private Deque<LedgerEvent> months(long upTo) {
        return PastMonths.upTo(upTo, events).events().stream()
                .filter(event -> event.stored().position() > reached)
                .map(FoundEvent::event)
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private void begin() {
        batches = new LinkedHashMap<>();
        for (var projection : goals.keySet()) batches.put(projection, projection.begin());
    }

    private void add(LedgerEvent event) {
        batches.forEach((projection, batch) -> {
            if (event.position() <= goals.getOrDefault(projection, 0L)) batch.add(event);
        });
        if (++added % EVENTS_PER_BATCH != 0) return;
        write();
        begin();
    }

    private void write() {
        for (var batch : batches.values()) batch.write(tables);
    }
}

package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.LedgerEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the events of one transaction change in a read model: gathered first, then written at once. */
public interface EventBatch {

    /** Every event of the ledger comes by, in order. */
    void add(LedgerEvent event);

    void write(JdbcTemplate jdbc);
}

package io.minutebook.reporting.projections;

import org.springframework.jdbc.core.JdbcTemplate;

/** What the events of one transaction change in a read model: gathered first, then written at once. */
public interface ProjectionBatch {

    /** Where the next event stands in the ledger, for those to whom it matters. */
    default void at(long position) {}

    /** Every event of the ledger comes by, in order. */
    void add(Object event);

    void write(JdbcTemplate jdbc);
}

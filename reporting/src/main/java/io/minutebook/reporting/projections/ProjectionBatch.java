package io.minutebook.reporting.projections;

import io.minutebook.reporting.feed.LedgerEvent;

/** A batch that is made of what events say alone, wherever they lie in the ledger. */
public interface ProjectionBatch extends EventBatch {

    void add(Object fact);

    @Override
    default void add(LedgerEvent event) {
        add(event.fact());
    }
}

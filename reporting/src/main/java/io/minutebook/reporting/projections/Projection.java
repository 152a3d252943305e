package io.minutebook.reporting.projections;

import java.util.List;

/** A read model that is written from events alone, so that it can be emptied and rebuilt; it has no other effect. */
public interface Projection {

    /** Permanent: its place in the ledger is kept under this name. */
    String name();

    /** The tables that are its own. */
    List<String> tables();

    EventBatch begin();
}

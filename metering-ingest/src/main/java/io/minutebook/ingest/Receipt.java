package io.minutebook.ingest;

import java.util.UUID;

/**
 * Proof that an identity is taken.
 *
 * @param positionFrom the event the record was booked by lies at this position of the ledger or later
 * @param superseded whether a correction has taken the record's place
 */
record Receipt(UUID content, long positionFrom, boolean superseded) {

    /** Stands as content where a correction was booked in the place of a record that was only ever refused. */
    static final UUID NEVER_BOOKED = new UUID(0, 0);
}

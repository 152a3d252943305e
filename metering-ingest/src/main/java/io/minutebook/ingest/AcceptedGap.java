package io.minutebook.ingest;

import java.time.Instant;

/**
 * A person's word that a paused partition may go on.
 *
 * @param fromOffset where the ledger stood
 * @param toOffset where it goes on; records between are lost unless the two are equal
 */
public record AcceptedGap(
        String topic,
        int partition,
        PauseReason pausedReason,
        long fromOffset,
        long toOffset,
        String reason,
        String actor,
        Instant acceptedAt) {}

package io.minutebook.ingest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the ledger has booked a partition of the topic with that id. */
record StoredOffset(
        UUID topicId, long nextOffset, @Nullable Integer leaderEpoch, @Nullable PauseReason pausedReason) {

    StoredOffset movedBy(PartitionBatch batch) {
        var epoch = batch.leaderEpoch() == null ? leaderEpoch : batch.leaderEpoch();
        return new StoredOffset(topicId, batch.nextOffset(), epoch, null);
    }

    /** Whether the log no longer holds what comes next, or holds other records under the same offsets. */
    boolean isLostIn(UUID currentTopicId, long logStart) {
        return !topicId.equals(currentTopicId) || nextOffset < logStart;
    }
}

package io.minutebook.ingest;

/** The partition was booked further by somebody else; this batch wrote nothing and its reader starts anew. */
public final class FencedOff extends RuntimeException {

    FencedOff(PartitionBatch batch) {
        super(
                "%s-%d no longer stands at offset %d"
                        .formatted(batch.topic(), batch.partition(), batch.expectedOffset()),
                null,
                false,
                false);
    }
}

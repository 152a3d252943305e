package io.minutebook.ingest;

/** Why nothing is booked from a partition at the moment. */
public enum PauseReason {
    /** Records were lost on Kafka, or the topic is another one: a person accepts the gap. */
    OFFSETS_LOST,
    /**
     * More than ten records in a row failed by our own fault; the first of them is tried again now and then.
     */
    TOO_MANY_FAILURES,
    /** The database does not answer or does not store; goes on by itself. */
    DATABASE_UNAVAILABLE,
    /** Other writers keep getting in the way; goes on by itself. */
    CONTENTION;

    /** Whether something is broken, as opposed to busy. */
    public boolean isFault() {
        return this != CONTENTION;
    }
}

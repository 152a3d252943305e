package io.minutebook.ingest;

/** Where a dead letter stands. */
public enum DeadLetterState {
    OPEN,
    /** A record of the same source and id was booked since. */
    RESOLVED,
    /** A person decided that it will not be booked. */
    DISCARDED
}

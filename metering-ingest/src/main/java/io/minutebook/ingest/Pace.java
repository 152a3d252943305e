package io.minutebook.ingest;

/**
 * How many records of a partition are booked at once, and what follows when that fails by a record's own
 * fault: a batch is tried twice, then halved until the culprit is alone, which is tried three times and set
 * aside. Each success doubles the batch again. More than ten set aside in a row are no longer the records'
 * fault.
 */
final class Pace {

    private static final int TRIES_OF_A_BATCH = 2;
    private static final int TRIES_ALONE = 3;
    private static final int MOST_SET_ASIDE_IN_A_ROW = 10;

    private final int mostRecords;
    private int limit;
    private int failures;
    private int setAsideInARow;

    /** What to do about a failed batch. */
    enum Verdict {
        TRY_AGAIN,
        SET_ASIDE,
        ALERT
    }

    Pace(int mostRecords) {
        this.mostRecords = mostRecords;
        this.limit = mostRecords;
    }

    int limit() {
        return limit;
    }

    int failures() {
        return failures;
    }

    Verdict failed(int size) {
        failures++;
        if (size > 1) {
            if (failures >= TRIES_OF_A_BATCH) halve(size);
            return Verdict.TRY_AGAIN;
        }
        limit = 1;
        if (failures < TRIES_ALONE) return Verdict.TRY_AGAIN;
        return setAsideInARow < MOST_SET_ASIDE_IN_A_ROW ? Verdict.SET_ASIDE : Verdict.ALERT;
    }

    private void halve(int size) {
        limit = size / 2;
        failures = 0;
    }

    void booked() {
        limit = Math.min(mostRecords, limit * 2);
        failures = 0;
        setAsideInARow = 0;
    }

    void setAside() {
        failures = 0;
        setAsideInARow++;
    }

    /** A person has resumed a partition that was parked over failures: records may be set aside again. */
    void startTrusted() {
        limit = 1;
        failures = 0;
        setAsideInARow = 0;
    }

    /** A partition that was parked over failures stays suspect when another node takes it over. */
    void startSuspect() {
        limit = 1;
        setAsideInARow = MOST_SET_ASIDE_IN_A_ROW;
    }
}

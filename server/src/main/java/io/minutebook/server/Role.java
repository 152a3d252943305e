package io.minutebook.server;

/** What a process does; several processes on one database share the work. */
public enum Role {
    ALL,
    /** Reads usage records from Kafka and books them. */
    INGEST,
    /** Keeps the read models. */
    REPORTING,
    /** Answers HTTP and makes due things happen. */
    API;

    public boolean ingests() {
        return this == ALL || this == INGEST;
    }

    public boolean projects() {
        return this == ALL || this == REPORTING;
    }

    public boolean serves() {
        return this == ALL || this == API;
    }
}

package io.minutebook.ingest;

import io.minutebook.billing.Refusal;

/** Why nothing is done about a dead letter or a partition, in order of precedence. */
enum IngestRefusal implements Refusal {
    UNKNOWN_DEAD_LETTER(Kind.UNKNOWN),
    DEAD_LETTER_NOT_OPEN(Kind.CONFLICT),
    /** The same bytes will be refused for ever. */
    DEAD_LETTER_NOT_RETRYABLE(Kind.CONFLICT),
    UNKNOWN_PARTITION(Kind.UNKNOWN),
    /** It runs, or goes on by itself. */
    PARTITION_NOT_PAUSED(Kind.CONFLICT);

    private final Kind kind;

    IngestRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

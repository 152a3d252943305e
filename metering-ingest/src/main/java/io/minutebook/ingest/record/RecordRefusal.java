package io.minutebook.ingest.record;

/** Why a usage record is refused, in order of precedence: the first reason that applies is the one given. */
public enum RecordRefusal {
    /** The value is over 1 MiB. */
    TOO_LARGE,
    /** Not a CloudEvent of a known type whose fields keep the contract. */
    MALFORMED,
    /** The subject, the Kafka key or the corrected record belongs to another account than the data says. */
    ACCOUNT_MISMATCH,
    /** Answered, but nobody says when; such a leg is never charged from its start. */
    MISSING_ANSWER,
    /** It ends before it was answered or before it began. */
    NEGATIVE_DURATION,
    /** It was answered more than a second before it began. */
    TIME_ORDER,
    /** Longer than 24 hours. */
    TOO_LONG,
    /** The stated duration is more than a second off the timestamps. */
    DURATION_MISMATCH,
    /** It ends more than five minutes after now. */
    FUTURE_RECORD(true),
    /** A 400 number only receives. */
    NUM400_OUTBOUND,
    /** Taken up by itself once the account is registered. */
    UNKNOWN_ACCOUNT(true),
    /** A booked record has the same source and id, and other content. */
    ID_CONFLICT,
    /** Another correction came first. */
    ALREADY_SUPERSEDED,
    /** Taken up by itself once the corrected record is booked. */
    SUPERSEDED_UNKNOWN(true),
    /** Our own failure on this one record, after three tries. */
    PROCESSING_FAILED(true);

    private final boolean retryable;

    RecordRefusal() {
        this(false);
    }

    RecordRefusal(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same bytes may be accepted later, without being mended. */
    public boolean retryable() {
        return retryable;
    }
}

package io.minutebook.billing;

/** Keys of an event's metadata: who caused it, from what, and which versions decided. */
public final class Provenance {

    /** A key's id, or {@code system:} and the name of the job. */
    public static final String ACTOR = "actor";
    /** The idempotency key or request id of the HTTP request. */
    public static final String REQUEST = "request";
    public static final String TOPIC = "topic";
    public static final String PARTITION = "partition";
    public static final String OFFSET = "offset";
    public static final String SOURCE = "source";
    public static final String RECORD = "record";
    public static final String PROGRAM_VERSION = "program";
    public static final String PRICE_BOOK_VERSION = "priceBook";

    private Provenance() {}
}

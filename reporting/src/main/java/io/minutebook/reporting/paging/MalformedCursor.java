package io.minutebook.reporting.paging;

/** A cursor that no list ever answered. */
public final class MalformedCursor extends RuntimeException {

    private static final String ADVICE = "send the `next` of this list's previous page as it is";

    public MalformedCursor() {
        super(ADVICE);
    }

    public MalformedCursor(Throwable cause) {
        super(ADVICE, cause);
    }
}

package io.minutebook.reporting.paging;

/** A cursor that no list ever answered. */
public final class MalformedCursor extends RuntimeException {

    public MalformedCursor() {
        super("Not a cursor of this list; send the `next` of its previous page.");
    }

    public MalformedCursor(Throwable cause) {
        super("Not a cursor of this list; send the `next` of its previous page.", cause);
    }
}

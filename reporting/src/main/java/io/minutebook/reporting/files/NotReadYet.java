package io.minutebook.reporting.files;

/** The read models have not come to the event that closed the month, or have been emptied to be built anew. */
public final class NotReadYet extends RuntimeException {

    NotReadYet(long boundary) {
        super("the read models have not reached position " + boundary, null, false, false);
    }
}

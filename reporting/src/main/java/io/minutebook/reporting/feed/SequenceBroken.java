package io.minutebook.reporting.feed;

/** The next event of a stream is not its last one's successor: an event was lost or is out of order, so nobody reads on. */
public final class SequenceBroken extends RuntimeException {

    SequenceBroken(String aggregateId, long expected, long found, long position) {
        super("stream " + aggregateId + " goes on with event " + found + " at position " + position + ", expected "
                + expected);
    }
}

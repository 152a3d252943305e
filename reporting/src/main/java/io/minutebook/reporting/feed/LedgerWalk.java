package io.minutebook.reporting.feed;

/** One way through events that are known to be settled, stretch by stretch; it never passes a hole in a stream. */
public final class LedgerWalk {

    private static final int STREAMS_REMEMBERED = 20_000;

    private final LedgerEvents events;
    private final SequenceCheck check;
    private long position;

    LedgerWalk(LedgerEvents events, SequenceCheck.Predecessors predecessors, long after) {
        this.events = events;
        this.check = new SequenceCheck(predecessors, STREAMS_REMEMBERED);
        this.position = after;
    }

    /** At most so many of the next events up to a settled position; none when that is reached. */
    public Stretch next(long upTo, int atMost) {
        var page = events.page(position, upTo, atMost);
        check.check(page.rows());
        if (!page.rows().isEmpty()) position = page.last();
        return new Stretch(page.messages().stream().map(LedgerEvents::payloadOf).toList(), position);
    }
}

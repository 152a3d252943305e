package io.minutebook.reporting.feed;

import java.util.List;

/** One way through events that are known to be settled, stretch by stretch; it never passes a hole in a stream. */
public final class LedgerWalk {

    private static final int STREAMS_REMEMBERED = 100_000;

    private final Pages pages;
    private final SequenceCheck check;
    private long position;

    /** Where its events come from. */
    interface Pages {
        /** At most so many of the next events with a position in (after, upTo], in order. */
        List<LedgerEvent> page(long after, long upTo, int atMost);
    }

    LedgerWalk(Pages pages, SequenceCheck.Predecessors predecessors, long after) {
        this.pages = pages;
        this.check = new SequenceCheck(predecessors, STREAMS_REMEMBERED);
        this.position = after;
    }

    /** The last position it has come to. */
    long position() {
        return position;
    }

    /** At most so many of the next events up to a settled position; none when that is reached. */
    public Stretch next(long upTo, int atMost) {
        var page = pages.page(position, upTo, atMost);
        check.check(page);
        if (!page.isEmpty()) position = page.getLast().position();
        return new Stretch(page);
    }
}

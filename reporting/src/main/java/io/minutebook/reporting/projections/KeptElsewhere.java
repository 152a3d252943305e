package io.minutebook.reporting.projections;

/** Another process has written these events into the read model already; this one's batch is given up whole. */
final class KeptElsewhere extends RuntimeException {

    KeptElsewhere(String projection, long position) {
        super("the read model " + projection + " has got past the event at " + position + " by another process");
    }
}

package io.minutebook.reporting.projections;

/** Another process has moved the read model's place; this one's batch is given up whole. */
final class KeptElsewhere extends RuntimeException {

    KeptElsewhere(String projection, long position) {
        super("the read model " + projection + " was moved from position " + position + " by another process");
    }
}

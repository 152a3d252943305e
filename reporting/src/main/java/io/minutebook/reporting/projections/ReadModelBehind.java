package io.minutebook.reporting.projections;

/** The read models did not reach the events a reader must see in the time it may wait. */
public final class ReadModelBehind extends RuntimeException {

    ReadModelBehind(long wanted, long reached) {
        super("The read models have reached position " + reached + " of " + wanted + "; try again shortly.");
    }
}

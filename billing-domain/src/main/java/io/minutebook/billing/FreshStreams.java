package io.minutebook.billing;

/** The streams that are held in memory, for whoever may refuse by what they say. */
@FunctionalInterface
public interface FreshStreams {

    /** The next command to this stream reads it anew, with all that other nodes have written to it. */
    void forget(String stream);
}

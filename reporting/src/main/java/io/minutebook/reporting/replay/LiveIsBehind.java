package io.minutebook.reporting.replay;

/** The live tables show less than those that would take their place. */
final class LiveIsBehind extends RuntimeException {

    LiveIsBehind() {
        super("the live read model is behind the one that was built anew");
    }
}

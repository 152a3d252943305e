package io.minutebook.server.verify;

/** An event lacks what every event of its kind has. */
final class Misshapen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misshapen(String what) {
        super(what);
    }
}

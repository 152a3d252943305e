package io.minutebook.server.problem;

/**
 * A value that cannot be what its field wants; the message goes on after the field's name and says what to
 * send.
 */
public final class BadValue extends IllegalArgumentException {

    public BadValue(String advice) {
        super(advice);
    }

    public String advice() {
        return String.valueOf(getMessage());
    }
}

package io.minutebook.server.embedded;

import org.jspecify.annotations.Nullable;

/** Why something did not start, in one line that says what to do; shown as it is, without a stack trace. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String whatToDo) {
        this(whatToDo, null);
    }

    public CannotStart(String whatToDo, @Nullable Throwable cause) {
        super(whatToDo, cause);
    }
}

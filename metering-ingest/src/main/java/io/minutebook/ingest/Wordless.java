package io.minutebook.ingest;

import org.jspecify.annotations.Nullable;

/** A failure as the log may show it: its kind and where it happened, without its words, which may quote what came in. */
public final class Wordless extends Exception {

    private static final long serialVersionUID = 1L;

    private Wordless(Throwable failure) {
        super(failure.getClass().getName(), wordless(failure.getCause()), false, true);
        setStackTrace(failure.getStackTrace());
    }

    public static Wordless of(Throwable failure) {
        return new Wordless(failure);
    }

    private static @Nullable Wordless wordless(@Nullable Throwable cause) {
        return cause == null ? null : of(cause);
    }
}

package io.minutebook.ingest;

/** A failure as the log may show it: its kind and where it happened, without its words, which may quote what came in. */
public final class Wordless extends Exception {

    private static final long serialVersionUID = 1L;

    private Wordless(String type, StackTraceElement[] trace) {
        super(type, null, false, true);
        setStackTrace(trace);
    }

    public static Wordless of(Throwable failure) {
        var shown = new Wordless(failure.getClass().getName(), failure.getStackTrace());
        if (failure.getCause() != null) shown.initCause(of(failure.getCause()));
        return shown;
    }
}

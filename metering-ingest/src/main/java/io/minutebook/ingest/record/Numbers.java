package io.minutebook.ingest.record;

import org.jspecify.annotations.Nullable;

/** The full numbers of a call's two ends, for the erasable table only: never for an event or a log line. */
public record Numbers(@Nullable String caller, @Nullable String callee) {

    static final Numbers NONE = new Numbers(null, null);

    @Override
    public String toString() {
        return "Numbers[not shown]";
    }
}

package io.minutebook.ingest.record;

import org.jspecify.annotations.Nullable;

/** The first rule a delivery breaks; without a stack, for a bad record is data and not a failure of ours. */
final class Fault extends RuntimeException {

    private final RecordRefusal reason;
    private final @Nullable String pointer;

    Fault(RecordRefusal reason, @Nullable String pointer, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.pointer = pointer;
    }

    RecordRefusal reason() {
        return reason;
    }

    @Nullable String pointer() {
        return pointer;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}

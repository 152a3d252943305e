package io.minutebook.server.clock;

import io.minutebook.billing.Refusal;

/** Why the clock is not moved, in order of precedence. */
enum ClockRefusal implements Refusal {
    CLOCK_OFF(Kind.UNKNOWN),
    CLOCK_BACKWARDS(Kind.CONFLICT);

    private final Kind kind;

    ClockRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

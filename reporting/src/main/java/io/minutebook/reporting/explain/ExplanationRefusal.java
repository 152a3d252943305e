package io.minutebook.reporting.explain;

import io.minutebook.billing.Refusal;

/** Why something is not explained, in order of precedence. */
public enum ExplanationRefusal implements Refusal {
    UNKNOWN_RECORD(Kind.UNKNOWN),
    SOURCE_NEEDED(Kind.CONFLICT),
    UNKNOWN_PACK(Kind.UNKNOWN),
    UNKNOWN_ORDER(Kind.UNKNOWN),
    UNKNOWN_BILL_LINE(Kind.UNKNOWN);

    private final Kind kind;

    ExplanationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

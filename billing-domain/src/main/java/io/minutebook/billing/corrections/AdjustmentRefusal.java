package io.minutebook.billing.corrections;

import io.minutebook.billing.Refusal;

/** Why a correction is not approved, in order of precedence. */
public enum AdjustmentRefusal implements Refusal {
    UNKNOWN_ADJUSTMENT(Kind.UNKNOWN),
    ADJUSTMENT_NOT_PENDING(Kind.CONFLICT),
    SAME_PERSON(Kind.RULE);

    private final Kind kind;

    AdjustmentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

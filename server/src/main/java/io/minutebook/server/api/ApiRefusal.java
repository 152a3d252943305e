package io.minutebook.server.api;

import io.minutebook.billing.Refusal;

/** Why a question is not answered, in order of precedence. */
enum ApiRefusal implements Refusal {
    UNKNOWN_DEAD_LETTER(Kind.UNKNOWN),
    UNKNOWN_ENTITLEMENT(Kind.UNKNOWN),
    UNKNOWN_PROJECTION(Kind.UNKNOWN);

    private final Kind kind;

    ApiRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

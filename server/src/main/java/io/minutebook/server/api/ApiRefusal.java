package io.minutebook.server.api;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.Refusal;
import io.minutebook.billing.Refused;

/** Why a question is not answered, in order of precedence. */
enum ApiRefusal implements Refusal {
    UNKNOWN_DEAD_LETTER(Kind.UNKNOWN),
    UNKNOWN_ENTITLEMENT(Kind.UNKNOWN),
    UNKNOWN_PROJECTION(Kind.UNKNOWN),
    MONTH_NOT_FINAL(Kind.CONFLICT);

    private final Kind kind;

    ApiRefusal(Kind kind) {
        this.kind = kind;
    }

    static Refused notFinal(BillingMonth month) {
        return new Refused(MONTH_NOT_FINAL, month + " has no final files yet; GET /months/" + month + " tells when.");
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.minutebook.billing.account;

import io.minutebook.billing.Refusal;

/** Why an account refuses, in order of precedence. */
public enum AccountRefusal implements Refusal {
    UNKNOWN_ACCOUNT(Kind.UNKNOWN),
    LEGAL_ENTITY_FIXED(Kind.CONFLICT),
    FUNDS_ABOVE_MAXIMUM(Kind.RULE),
    VOUCHER_EXISTS(Kind.CONFLICT),
    UNKNOWN_VIOLATION(Kind.UNKNOWN),
    VIOLATION_OVERTURNED(Kind.CONFLICT),
    ACCOUNT_SUSPENDED(Kind.RULE),
    UNKNOWN_VOUCHER(Kind.RULE),
    VOUCHER_SPENT(Kind.RULE),
    PAYMENT_MISMATCH(Kind.RULE),
    INSUFFICIENT_FUNDS(Kind.RULE);

    private final Kind kind;

    AccountRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

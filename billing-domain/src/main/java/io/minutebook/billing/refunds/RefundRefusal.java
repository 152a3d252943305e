package io.minutebook.billing.refunds;

import io.minutebook.billing.Refusal;

/** Why nothing is refunded, in order of precedence. */
public enum RefundRefusal implements Refusal {
    ALREADY_REFUNDED(Kind.CONFLICT),
    ACCOUNT_IN_VIOLATION(Kind.RULE),
    VETOED(Kind.RULE),
    PROMOTION_NOT_REFUNDABLE(Kind.RULE),
    PRODUCT_NOT_REFUNDABLE(Kind.RULE),
    EXPIRED(Kind.RULE),
    EXPIRES_THIS_MONTH(Kind.RULE),
    FIVE_DAYS_OVER(Kind.RULE),
    FULL_REFUND_USED(Kind.RULE),
    /** Not a no, but other figures than those that were shown. */
    QUOTE_CHANGED(Kind.CONFLICT);

    private final Kind kind;

    RefundRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package io.minutebook.billing.catalogue;

import io.minutebook.billing.Refusal;

/** Why an item cannot be priced, in order of precedence. */
public enum PricingRefusal implements Refusal {
    MALFORMED_REQUEST,
    UNKNOWN_PRODUCT,
    PRODUCT_NOT_ON_SALE,
    QUANTITY_NOT_POSITIVE,
    BELOW_MINIMUM,
    ABOVE_MAXIMUM,
    OFF_STEP,
    TERM_INVALID,
    PLAN_REQUIRED,
    EDITION_MISMATCH,
    TERM_DIFFERS_FROM_PLAN,
    PRECONDITION_UNMET;

    @Override
    public Kind kind() {
        return this == MALFORMED_REQUEST ? Kind.MALFORMED : Kind.RULE;
    }
}

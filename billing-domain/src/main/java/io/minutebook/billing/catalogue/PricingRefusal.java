package io.minutebook.billing.catalogue;

import io.minutebook.billing.Refusal;

/** Why an item cannot be priced, in order of precedence. */
public enum PricingRefusal implements Refusal {
    UNKNOWN_PRODUCT,
    PRODUCT_NOT_ON_SALE,
    QUANTITY_NOT_POSITIVE,
    BELOW_MINIMUM,
    ABOVE_MAXIMUM,
    OFF_STEP;

    @Override
    public Kind kind() {
        return Kind.RULE;
    }
}

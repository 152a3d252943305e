package io.minutebook.billing.catalogue;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;

/** A phone number by the month; the rent accrues whether it is used or not. */
public record NumberRent(ProductCode code, Family family, UnitPrice rent, Periods months, long maximum)
        implements Product {

    public NumberRent {
        Prices.requireMaximum(maximum);
    }
}

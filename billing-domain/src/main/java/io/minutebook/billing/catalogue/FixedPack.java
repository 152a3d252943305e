package io.minutebook.billing.catalogue;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Meter;

/** A pack of one size, sold by quantity; it costs its minutes times the price of a minute. */
public record FixedPack(ProductCode code, Family family, Meter meter, Minutes minutes, UnitPrice unitPrice)
        implements Product {

    public FixedPack {
        if (minutes.isZero()) throw new IllegalArgumentException(code + " holds no minutes");
    }
}

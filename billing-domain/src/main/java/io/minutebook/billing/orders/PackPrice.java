package io.minutebook.billing.orders;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.usage.Meter;
import java.math.BigDecimal;

/** One pack at its exact price, which is not yet rounded. */
record PackPrice(ProductCode product, Family family, Meter meter, Minutes minutes, UnitPrice unitPrice) {

    static PackPrice of(FixedPack pack) {
        return new PackPrice(pack.code(), pack.family(), pack.meter(), pack.minutes(), pack.unitPrice());
    }

    static PackPrice of(CustomPack pack, Minutes minutes) {
        return new PackPrice(pack.code(), pack.family(), pack.meter(), minutes, pack.unitPriceFor(minutes));
    }

    BigDecimal exact() {
        return unitPrice.times(minutes.value());
    }

    /** No discount is granted yet. */
    QuotedLine line(Money amount, Validity validity) {
        return new QuotedLine(
                product,
                family,
                meter,
                1,
                minutes,
                unitPrice,
                amount,
                Money.ZERO,
                amount,
                validity.from(),
                validity.until(),
                validity.lastDay());
    }
}

package io.minutebook.billing.catalogue;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;
import java.util.List;
import java.util.Optional;

/** A further licence of a chat plan of either edition, by the month; it ends with its plan. */
public record ChatLicence(ProductCode code, Family family, long licences, long maximum, List<RegionPrice> prices)
        implements Product {

    public ChatLicence {
        prices = List.copyOf(prices);
        Prices.requireRegions(prices);
        Prices.requireMaximum(maximum);
    }

    /** Empty where it is not sold for the region. */
    public Optional<UnitPrice> price(Region region) {
        return Prices.in(region, prices);
    }
}

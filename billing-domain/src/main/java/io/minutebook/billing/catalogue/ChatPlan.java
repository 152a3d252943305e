package io.minutebook.billing.catalogue;

import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chat plan of one edition by the month, with the licences and the bot messages that each month includes.
 *
 * @param upgradesTo the plan of the next higher edition; null of the highest
 */
public record ChatPlan(
        ProductCode code,
        Family family,
        Edition edition,
        long licences,
        long messages,
        Periods months,
        long maximum,
        List<RegionPrice> prices,
        @Nullable ProductCode upgradesTo)
        implements Product {

    public ChatPlan {
        prices = List.copyOf(prices);
        Prices.requireRegions(prices);
        Prices.requireMaximum(maximum);
        if (licences < 1) throw new IllegalArgumentException("a plan includes no licences");
    }

    /** Empty where it is not sold for the region. */
    public Optional<UnitPrice> price(Region region) {
        return Prices.in(region, prices);
    }
}

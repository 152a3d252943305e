package io.minutebook.billing.catalogue;

import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What prices of one product must keep: none twice. */
final class Prices {

    private Prices() {}

    static void requireTerms(List<TermPrice> prices) {
        requireNoneTwice(prices.stream().map(TermPrice::term).toList());
    }

    static void requireRegions(List<RegionPrice> prices) {
        requireNoneTwice(prices.stream().map(RegionPrice::region).toList());
    }

    private static void requireNoneTwice(Collection<? extends Enum<?>> sold) {
        var seen = new HashSet<Enum<?>>();
        for (var one : sold) {
            if (!seen.add(one)) throw new IllegalArgumentException("two prices for " + one);
        }
    }

    static void requireMaximum(long maximum) {
        if (maximum < 1) throw new IllegalArgumentException("the maximum is " + maximum);
    }

    static Optional<UnitPrice> in(Region region, List<RegionPrice> prices) {
        return prices.stream()
                .filter(price -> price.region() == region)
                .map(RegionPrice::price)
                .findFirst();
    }
}

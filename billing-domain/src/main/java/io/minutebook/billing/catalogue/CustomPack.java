package io.minutebook.billing.catalogue;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Meter;
import java.util.List;

/**
 * A pack of any size from a minimum on, in whole steps; all its minutes cost the price of the tier its size
 * falls in. The tiers leave no volume from 0 on without a price and give none two.
 */
public record CustomPack(
        ProductCode code,
        Family family,
        Meter meter,
        Minutes minimum,
        Minutes maximum,
        Minutes step,
        List<VolumeTier> tiers)
        implements Product {

    public CustomPack {
        tiers = List.copyOf(tiers);
        requireStepsFrom(minimum, step);
        if (maximum.compareTo(minimum) < 0) {
            throw new IllegalArgumentException("the maximum of " + maximum + " minutes is below the minimum");
        }
        requireContiguous(tiers);
    }

    public UnitPrice unitPriceFor(Minutes volume) {
        return tiers.stream()
                .filter(tier -> tier.covers(volume))
                .findFirst()
                .orElseThrow()
                .unitPrice();
    }

    private static void requireStepsFrom(Minutes minimum, Minutes step) {
        if (step.isZero()) throw new IllegalArgumentException("the step is 0 minutes");
        if (minimum.isZero()) throw new IllegalArgumentException("the minimum is 0 minutes");
        if (minimum.value() % step.value() != 0) {
            throw new IllegalArgumentException(
                    "the minimum of " + minimum + " minutes is not a multiple of the step of " + step);
        }
    }

    private static void requireContiguous(List<VolumeTier> tiers) {
        if (tiers.isEmpty()) throw new IllegalArgumentException("a custom pack needs a tier");
        var expected = Minutes.ZERO;
        for (var tier : tiers) {
            if (expected == null) throw new IllegalArgumentException("a tier follows one without an end");
            if (!tier.from().equals(expected)) {
                throw new IllegalArgumentException(
                        "a tier begins at " + tier.from() + " minutes where " + expected + " is expected");
            }
            expected = tier.below();
        }
        if (expected != null) {
            throw new IllegalArgumentException("volumes from " + expected + " minutes on have no price");
        }
    }
}

package io.minutebook.billing.catalogue;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.UnitPrice;
import org.jspecify.annotations.Nullable;

/**
 * The price of a minute for volumes in [from, below); it holds for the whole volume, not for the part above
 * from.
 *
 * @param below null on the highest tier, which has no end
 */
public record VolumeTier(Minutes from, @Nullable Minutes below, UnitPrice unitPrice) {

    public VolumeTier {
        if (below != null && below.compareTo(from) <= 0) {
            throw new IllegalArgumentException("a tier from " + from + " minutes ends below " + below);
        }
    }

    boolean covers(Minutes volume) {
        return volume.compareTo(from) >= 0 && (below == null || volume.compareTo(below) < 0);
    }
}

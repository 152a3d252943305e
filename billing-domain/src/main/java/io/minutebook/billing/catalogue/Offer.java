package io.minutebook.billing.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product at the price it has in [from, until); purchases made then keep it for ever.
 *
 * @param until null while no end is known
 */
public record Offer(Product product, Instant from, @Nullable Instant until) {

    public Offer {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("the price ends before it is in force");
        }
    }

    boolean isInForceAt(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    boolean overlaps(Offer other) {
        boolean sameProduct = product.code().equals(other.product.code());
        return sameProduct && (isInForceAt(other.from) || other.isInForceAt(from));
    }
}

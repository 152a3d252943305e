package io.minutebook.billing.discounts;

import io.minutebook.billing.ProductCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price that was agreed with one account for one product, usable in [from, until) and never before it was set.
 *
 * @param number counts the prices of the account from 1 on, whatever the product
 * @param setAt when it was said; later ones go before earlier ones
 */
public record OwnPrice(
        int number,
        ProductCode product,
        PriceTerms terms,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean refundable,
        Instant setAt) {

    /** By which whatever is sold under it names it. */
    public String name() {
        return "own-price-" + number;
    }

    boolean isKnownAt(Instant instant) {
        return !setAt.isAfter(instant);
    }

    boolean isInForceAt(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    /** What is said again with the same start takes the place of what was said before. */
    boolean replaces(OwnPrice other) {
        return number > other.number && product.equals(other.product) && from.equals(other.from);
    }

    public DiscountInForce discount() {
        return new DiscountInForce(DiscountSource.ACCOUNT, name(), terms, from, until, reason, refundable);
    }
}

package io.minutebook.billing.discounts;

import io.minutebook.billing.ProductCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A discount on some products that every account has in [from, until), and never before it was set.
 *
 * @param setAt when it was said; what is said later under its name takes its place
 */
public record Promotion(
        String name,
        List<ProductCode> products,
        PriceTerms terms,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean refundable,
        Instant setAt) {

    public Promotion {
        products = List.copyOf(products);
    }

    boolean isKnownAt(Instant instant) {
        return !setAt.isAfter(instant);
    }

    boolean isInForceAt(Instant instant) {
        return !instant.isBefore(from) && (until == null || instant.isBefore(until));
    }

    boolean isOn(ProductCode product) {
        return products.contains(product);
    }

    DiscountInForce discount() {
        return new DiscountInForce(DiscountSource.PROMOTION, name, terms, from, until, reason, refundable);
    }

    /** Whether it is the same but for when it was said. */
    boolean repeats(Promotion other) {
        return equals(new Promotion(
                other.name, other.products, other.terms, other.from, other.until, other.reason, other.refundable,
                setAt));
    }
}

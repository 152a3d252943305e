package io.minutebook.billing.catalogue;

import io.minutebook.billing.ProductCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every price there ever was with the time it was in force; at any instant a product has at most one. */
public record PriceBook(String version, List<Offer> offers) {

    public PriceBook {
        offers = List.copyOf(offers);
    }

    /** What is sold at that instant, in the order of the price book. */
    public List<Product> inForceAt(Instant instant) {
        return offers.stream()
                .filter(offer -> offer.isInForceAt(instant))
                .map(Offer::product)
                .toList();
    }

    /** The product as it is sold at that instant; empty when it is not on sale then. */
    public Optional<Product> find(ProductCode code, Instant instant) {
        return inForceAt(instant).stream()
                .filter(product -> product.code().equals(code))
                .findFirst();
    }

    /** Whether the product is or was or will be on sale. */
    public boolean knows(ProductCode code) {
        return offers.stream().anyMatch(offer -> offer.product().code().equals(code));
    }
}

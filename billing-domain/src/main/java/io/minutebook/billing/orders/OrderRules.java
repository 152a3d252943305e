package io.minutebook.billing.orders;

import static io.minutebook.billing.catalogue.PricingRefusal.ABOVE_MAXIMUM;
import static io.minutebook.billing.catalogue.PricingRefusal.PRODUCT_NOT_ON_SALE;
import static io.minutebook.billing.catalogue.PricingRefusal.UNKNOWN_PRODUCT;

import io.minutebook.billing.catalogue.PriceBook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the items of an order must keep at an instant, whoever orders them. */
record OrderRules(PriceBook priceBook, Instant at) {

    static final int MAXIMUM_PACKS = 1_000;

    /** Of all rules that the items break the strongest; the first item's among equals. */
    Optional<Objection> strongestObjection(List<OrderItem> items) {
        var ofItems = items.stream().flatMap(item -> objection(item).stream());
        return Stream.concat(ofItems, tooManyPacks(items).stream()).min(Objection.STRONGEST_FIRST);
    }

    private Optional<Objection> objection(OrderItem item) {
        if (!priceBook.knows(item.product())) {
            return Objection.to(item, UNKNOWN_PRODUCT, "is not a product; the catalogue lists them");
        }
        var product = priceBook.find(item.product(), at);
        if (product.isEmpty()) {
            return Objection.to(item, PRODUCT_NOT_ON_SALE, "is not on sale now; choose one of the catalogue");
        }
        return new ItemRules(item).objection(product.get());
    }

    private Optional<Objection> tooManyPacks(List<OrderItem> items) {
        long packs = 0;
        for (var item : items) packs += linesOf(item);
        if (packs <= MAXIMUM_PACKS) return Optional.empty();
        return Optional.of(new Objection(
                ABOVE_MAXIMUM,
                "An order holds at most " + MAXIMUM_PACKS + " packs, numbers and plans together; place several"
                        + " orders."));
    }

    /** Never more than a sum can hold, whatever quantity was asked for. */
    private long linesOf(OrderItem item) {
        return priceBook.find(item.product(), at)
                .map(product -> Math.clamp(SoldItem.lines(item, product), 0L, MAXIMUM_PACKS + 1L))
                .orElse(0L);
    }
}

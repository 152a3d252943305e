package io.minutebook.billing.orders;

import static io.minutebook.billing.catalogue.PricingRefusal.ABOVE_MAXIMUM;
import static io.minutebook.billing.catalogue.PricingRefusal.BELOW_MINIMUM;
import static io.minutebook.billing.catalogue.PricingRefusal.OFF_STEP;
import static io.minutebook.billing.catalogue.PricingRefusal.PRODUCT_NOT_ON_SALE;
import static io.minutebook.billing.catalogue.PricingRefusal.QUANTITY_NOT_POSITIVE;
import static io.minutebook.billing.catalogue.PricingRefusal.UNKNOWN_PRODUCT;

import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.catalogue.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the items of an order must keep at an instant, whoever orders them. */
record OrderRules(PriceBook priceBook, Instant at) {

    static final long MAXIMUM_MINUTES = 1_000_000_000;
    static final int MAXIMUM_PACKS = 1_000;

    /** Of all rules that the items break the strongest; the first item's among equals. */
    Optional<Objection> strongestObjection(List<OrderItem> items) {
        var ofItems = items.stream().flatMap(item -> objection(item).stream());
        return Stream.concat(ofItems, tooManyPacks(items).stream()).min(Objection.STRONGEST_FIRST);
    }

    private Optional<Objection> objection(OrderItem item) {
        if (!priceBook.knows(item.product())) {
            return objection(item, UNKNOWN_PRODUCT, "is not a product; the catalogue lists them");
        }
        var product = priceBook.find(item.product(), at);
        if (product.isEmpty()) {
            return objection(item, PRODUCT_NOT_ON_SALE, "is not on sale now; choose one of the catalogue");
        }
        return objection(item, product.get());
    }

    private static Optional<Objection> objection(OrderItem item, Product product) {
        return switch (product) {
            case FixedPack _ -> fixedPackObjection(item);
            case CustomPack pack -> customPackObjection(item, pack);
        };
    }

    private static Optional<Objection> fixedPackObjection(OrderItem item) {
        if (item.minutes() != null) {
            return objection(item, QUANTITY_NOT_POSITIVE, "has a fixed size; give a quantity, no minutes");
        }
        if (item.quantityOrOne() < 1) {
            return objection(item, QUANTITY_NOT_POSITIVE, "is sold from quantity 1 on");
        }
        return Optional.empty();
    }

    private static Optional<Objection> customPackObjection(OrderItem item, CustomPack pack) {
        long minutes = item.minutesOrNone();
        var sizes = "; give minutes from " + pack.minimum() + " in steps of " + pack.step();
        if (item.quantityOrOne() != 1) {
            return objection(item, QUANTITY_NOT_POSITIVE, "is one pack, without a quantity" + sizes);
        }
        if (minutes < 1) return objection(item, QUANTITY_NOT_POSITIVE, "is sold by its minutes" + sizes);
        if (minutes < pack.minimum().value()) {
            return objection(item, BELOW_MINIMUM, "is not sold with " + minutes + " minutes" + sizes);
        }
        if (minutes > MAXIMUM_MINUTES) {
            return objection(item, ABOVE_MAXIMUM, "holds at most " + MAXIMUM_MINUTES + " minutes" + sizes);
        }
        if (minutes % pack.step().value() != 0) {
            return objection(item, OFF_STEP, "is not sold with " + minutes + " minutes" + sizes);
        }
        return Optional.empty();
    }

    private Optional<Objection> tooManyPacks(List<OrderItem> items) {
        long packs = 0;
        for (var item : items) packs += packsOf(item);
        if (packs <= MAXIMUM_PACKS) return Optional.empty();
        return Optional.of(new Objection(
                ABOVE_MAXIMUM, "An order holds at most " + MAXIMUM_PACKS + " packs; place several orders."));
    }

    /** Never more than a sum can hold, whatever quantity was asked for. */
    private long packsOf(OrderItem item) {
        return priceBook.find(item.product(), at)
                .map(product -> switch (product) {
                    case FixedPack _ -> Math.clamp(item.quantityOrOne(), 0, MAXIMUM_PACKS + 1);
                    case CustomPack _ -> 1;
                })
                .orElse(0);
    }

    private static Optional<Objection> objection(OrderItem item, PricingRefusal reason, String rule) {
        return Optional.of(new Objection(reason, item.product() + " " + rule + "."));
    }
}

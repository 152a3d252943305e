package io.minutebook.billing.orders;

import io.minutebook.billing.catalogue.PricingRefusal;
import java.util.Comparator;
import java.util.Optional;

/** A rule that an order breaks, and what to do instead. */
record Objection(PricingRefusal reason, String detail) {

    static final Comparator<Objection> STRONGEST_FIRST = Comparator.comparing(Objection::reason);

    static Optional<Objection> to(OrderItem item, PricingRefusal reason, String rule) {
        return Optional.of(new Objection(reason, item.product() + " " + rule + "."));
    }
}

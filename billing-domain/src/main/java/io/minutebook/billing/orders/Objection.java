package io.minutebook.billing.orders;

import io.minutebook.billing.catalogue.PricingRefusal;
import java.util.Comparator;

/** A rule that an order breaks, and what to do instead. */
record Objection(PricingRefusal reason, String detail) {

    static final Comparator<Objection> STRONGEST_FIRST = Comparator.comparing(Objection::reason);
}

package io.minutebook.reporting.prices;

import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.discounts.DiscountKind;
import io.minutebook.billing.discounts.DiscountSource;
import org.jspecify.annotations.Nullable;

/** The discount that a line was sold under: whose it is, and the part of the list price or the own price of a unit. */
public record DiscountView(
        DiscountSource source, String name, DiscountKind kind, String value, boolean refundable) {

    /** None where the list price was paid. */
    public static @Nullable DiscountView of(@Nullable DiscountInForce discount) {
        if (discount == null) return null;
        var terms = discount.terms();
        return new DiscountView(
                discount.source(), discount.name(), terms.kind(), terms.value(), discount.refundable());
    }
}

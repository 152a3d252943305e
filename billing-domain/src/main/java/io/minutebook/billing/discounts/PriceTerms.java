package io.minutebook.billing.discounts;

import io.minutebook.billing.UnitPrice;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is paid in place of the list price: a part of it, or an own price of one unit, above 0. A unit is one minute of
 * a minute pack, one pack of bot messages, else one piece for one month, of which a year is twelve.
 */
public record PriceTerms(@Nullable Rate rate, @Nullable UnitPrice unitPrice) {

    public PriceTerms {
        if ((rate == null) == (unitPrice == null)) throw new IllegalArgumentException("a rate or a price, not both");
        if (unitPrice != null && unitPrice.yuan().signum() == 0) throw new IllegalArgumentException("a price of 0");
    }

    public static PriceTerms rate(String factor) {
        return new PriceTerms(Rate.of(factor), null);
    }

    public static PriceTerms amount(String unitPrice) {
        return new PriceTerms(null, UnitPrice.of(unitPrice));
    }

    public DiscountKind kind() {
        return rate == null ? DiscountKind.AMOUNT : DiscountKind.RATE;
    }

    /** The rate or the price, as it is told. */
    public String value() {
        return rate == null ? Objects.requireNonNull(unitPrice).toString() : rate.toString();
    }

    /** What so many units cost that are listed at that amount, exactly. */
    public BigDecimal of(BigDecimal listed, long units) {
        return rate == null ? Objects.requireNonNull(unitPrice).times(units) : listed.multiply(rate.factor());
    }
}

package io.minutebook.billing.discounts;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an account may buy below the list price. One discount applies, or none, and they never add up: the account's own
 * price, else of the promotions in force the one that leaves the lowest price, the first name among equals. Nobody pays
 * more than the list price: an own price above it does not apply.
 */
public record Discounts(AccountPrices own, Promotions promotions) {

    public static final Discounts NONE = new Discounts(AccountPrices.NONE, Promotions.NONE);

    /**
     * The discount in force on a product at an instant.
     *
     * @param listed the price of one unit as it is listed then
     * @param months how many of them that is the price of; 1 where it is not paid by the month
     */
    public Optional<DiscountInForce> on(ProductCode product, UnitPrice listed, long months, Instant at) {
        return own.inForceAt(product, at)
                .map(OwnPrice::discount)
                .filter(discount -> paid(discount, listed, months).compareTo(listed.yuan()) <= 0)
                .or(() -> promotion(product, listed, months, at));
    }

    /** The part of a unit's list price that is paid at an instant: 0.9 at ten percent off. */
    public Fraction partPaid(ProductCode product, UnitPrice listed, Instant at) {
        return on(product, listed, 1, at)
                .filter(_ -> listed.yuan().signum() > 0)
                .map(discount -> Fraction.of(paid(discount, listed, 1)).per(Fraction.of(listed.yuan())))
                .orElse(Fraction.ONE);
    }

    /** The first instant from which time alone may change what is paid for a product; empty where it never does. */
    public Optional<Instant> nextChange(ProductCode product, Instant at) {
        return Stream.concat(own.changesOf(product), promotions.changesOf(product))
                .filter(change -> change.isAfter(at))
                .min(Comparator.naturalOrder());
    }

    private Optional<DiscountInForce> promotion(ProductCode product, UnitPrice listed, long months, Instant at) {
        return promotions.inForceAt(product, at)
                .map(Promotion::discount)
                .filter(discount -> paid(discount, listed, months).compareTo(listed.yuan()) < 0)
                .min(Comparator.<DiscountInForce, BigDecimal>comparing(discount -> paid(discount, listed, months))
                        .thenComparing(DiscountInForce::name));
    }

    private static BigDecimal paid(DiscountInForce discount, UnitPrice listed, long months) {
        return discount.terms().of(listed.yuan(), months);
    }
}

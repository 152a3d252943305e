package io.minutebook.billing.orders;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.Money;
import io.minutebook.billing.discounts.Rate;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a price by days was worked out: the shares of the list price, or a part of them, or the shares of an own price,
 * less the shares of what is credited, exactly, and then rounded once.
 *
 * @param price at the list price
 * @param own at an own price, which is paid in place of the list price; null without one
 * @param rate the part of the list price that is paid; null where it is all of it
 * @param credit what was unused of a lesser edition; empty but for an upgrade
 */
public record Calculation(
        List<DayShare> price,
        @Nullable List<DayShare> own,
        @Nullable Rate rate,
        List<DayShare> credit,
        RoundingMode rounding) {

    public Calculation {
        price = List.copyOf(price);
        own = own == null ? null : List.copyOf(own);
        credit = List.copyOf(credit);
    }

    static Calculation of(
            List<DayShare> price, @Nullable List<DayShare> own, @Nullable Rate rate, List<DayShare> credit) {
        return new Calculation(price, own, rate, credit, RoundingMode.HALF_UP);
    }

    Money listPrice() {
        return exact(price).rounded();
    }

    /** Nothing is paid back where the credit is more than the price. */
    Money amount() {
        var amount = paid().minus(exact(credit)).rounded();
        return amount.isPositive() ? amount : Money.ZERO;
    }

    private Fraction paid() {
        var shares = exact(own == null ? price : own);
        return rate == null ? shares : shares.times(Fraction.of(rate.factor()));
    }

    private static Fraction exact(List<DayShare> shares) {
        return Fraction.sum(shares.stream().map(DayShare::exact).toList());
    }
}

package io.minutebook.billing.orders;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.Money;
import java.math.RoundingMode;
import java.util.List;

/**
 * How a price by days was worked out: the shares of the price less the shares of what is credited, exactly, and then
 * rounded once.
 *
 * @param credit what was unused of a lesser edition; empty but for an upgrade
 */
public record Calculation(List<DayShare> price, List<DayShare> credit, RoundingMode rounding) {

    public Calculation {
        price = List.copyOf(price);
        credit = List.copyOf(credit);
    }

    static Calculation of(List<DayShare> price) {
        return new Calculation(price, List.of(), RoundingMode.HALF_UP);
    }

    static Calculation of(List<DayShare> price, List<DayShare> credit) {
        return new Calculation(price, credit, RoundingMode.HALF_UP);
    }

    Money listPrice() {
        return exact(price).rounded();
    }

    /** Nothing is paid back where the credit is more than the price. */
    Money amount() {
        var amount = exact(price).minus(exact(credit)).rounded();
        return amount.isPositive() ? amount : Money.ZERO;
    }

    private static Fraction exact(List<DayShare> shares) {
        return Fraction.sum(shares.stream().map(DayShare::exact).toList());
    }
}

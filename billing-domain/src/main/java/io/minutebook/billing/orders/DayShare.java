package io.minutebook.billing.orders;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.UnitPrice;

/** The part of the price of a term that falls on its remaining days: price x restDays / termDays, exactly. */
public record DayShare(UnitPrice price, long restDays, long termDays) {

    public DayShare {
        if (restDays < 0 || restDays > termDays) {
            throw new IllegalArgumentException(restDays + " of " + termDays + " days");
        }
    }

    boolean isPart() {
        return restDays < termDays;
    }

    Fraction exact() {
        return Fraction.of(price.yuan()).times(Fraction.of(restDays, termDays));
    }
}

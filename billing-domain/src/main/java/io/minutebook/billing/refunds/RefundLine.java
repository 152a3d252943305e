package io.minutebook.billing.refunds;

import io.minutebook.billing.Fraction;

/**
 * What comes back of one purchase, exactly.
 *
 * @param formula the same in figures, as in {@code 4260.00 - 12345 x 0.142}
 */
record RefundLine(Purchase purchase, Fraction consumed, String formula) {

    /** Never less than nothing, and never more than was paid. */
    Fraction refund() {
        return Fraction.of(purchase.returnable()).minus(consumed).orZero();
    }
}

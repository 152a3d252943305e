package io.minutebook.billing.discounts;

/** How a discount is told: as a part of the list price, or as an own price of one unit. */
public enum DiscountKind {
    RATE,
    AMOUNT
}

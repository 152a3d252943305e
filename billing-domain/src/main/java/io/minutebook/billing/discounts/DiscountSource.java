package io.minutebook.billing.discounts;

/** Whose discount it is: agreed with the account alone, or open to all. */
public enum DiscountSource {
    ACCOUNT,
    PROMOTION
}

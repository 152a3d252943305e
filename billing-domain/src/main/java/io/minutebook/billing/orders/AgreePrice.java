package io.minutebook.billing.orders;

import io.minutebook.billing.discounts.OwnPrice;
import io.minutebook.billing.discounts.SetAccountPrice;

/** Agree a price with an account that there is, for a product that there is; answered with {@link OwnPrice}. */
public record AgreePrice(SetAccountPrice price) {}

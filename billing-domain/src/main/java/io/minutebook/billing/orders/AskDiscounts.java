package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.discounts.Discounts;

/** Tell what an account may buy below the list price; answered with {@link Discounts}, and nothing is stored. */
public record AskDiscounts(AccountId accountId) {}

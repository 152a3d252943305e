package io.minutebook.billing.account;

import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;

/** What is to be paid for one product of an order. */
public record PayableLine(ProductCode product, Money amount) {}

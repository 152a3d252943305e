package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;

/** A number was rented; with autoRenew it is renewed month by month as long as the funds allow. */
@Stored(name = "numbers.number-rented", version = 1)
public record NumberRented(
        AccountId accountId,
        OrderId orderId,
        ResourceId resourceId,
        ProductCode product,
        PaidTerm term,
        boolean autoRenew)
        implements NumberEvent {}

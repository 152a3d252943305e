package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.Payment;
import java.time.Instant;
import java.util.List;

/** Price these items, take the money and deliver them, all or nothing; answered with {@link OrderPlaced}. */
public record PlaceOrder(AccountId accountId, List<OrderItem> items, Payment payment, Instant at) {

    public PlaceOrder {
        items = List.copyOf(items);
    }
}

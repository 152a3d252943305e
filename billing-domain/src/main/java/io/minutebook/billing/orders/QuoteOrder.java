package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import java.util.List;

/** Price these items for an account with what it holds; nothing is stored. Answered with {@link Quote}. */
public record QuoteOrder(AccountId accountId, List<OrderItem> items, Instant at) {

    public QuoteOrder {
        items = List.copyOf(items);
    }
}

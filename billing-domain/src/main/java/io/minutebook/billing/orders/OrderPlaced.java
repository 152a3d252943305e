package io.minutebook.billing.orders;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.Stored;
import io.minutebook.billing.account.Paid;
import java.time.Instant;
import java.util.List;

/** An order was priced, paid and delivered; its lines keep their price whatever the price book says later. */
@Stored(name = "orders.order-placed", version = 3)
public record OrderPlaced(
        OrderId orderId,
        AccountId accountId,
        Instant placedAt,
        String priceBookVersion,
        List<OrderLine> lines,
        Money listPrice,
        Money discount,
        Money payable,
        Paid paid,
        List<String> warnings) {

    public OrderPlaced {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }
}

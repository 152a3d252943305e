package io.minutebook.billing.orders;

import io.minutebook.billing.OrderId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell what an order was; answered with {@link OrderPlaced}, and nothing is stored. */
public record ReadOrder(OrderId orderId) {

    @TargetAggregateIdentifier
    public String stream() {
        return OrderAggregate.streamOf(orderId);
    }
}

package io.minutebook.billing.orders;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a paid order on record, with its lines as they were priced and paid. */
public record RecordOrder(OrderPlaced order) {

    @TargetAggregateIdentifier
    public String stream() {
        return OrderAggregate.streamOf(order.orderId());
    }
}

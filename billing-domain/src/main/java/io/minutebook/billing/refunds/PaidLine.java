package io.minutebook.billing.refunds;

import io.minutebook.billing.ResourceId;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.orders.Transaction;
import java.util.Objects;

/** A line of an order that was paid. */
record PaidLine(OrderPlaced order, OrderLine line) {

    /** Every purchase may come back. */
    private static final boolean REFUNDABLE = true;

    ResourceId id() {
        return new ResourceId(line.resourceId());
    }

    boolean isOf(ResourceId id) {
        return line.resourceId().equals(id.value());
    }

    boolean isTerm() {
        return line.transaction() != Transaction.UPGRADE;
    }

    /** An add-on that is bought to go with a plan. */
    boolean isBoughtFor(ResourceId planId) {
        return line.transaction() == Transaction.PURCHASE
                && line.subscription() != null
                && Objects.equals(line.subscription().planId(), planId);
    }

    Purchase purchase() {
        return new Purchase(order.orderId(), order.placedAt(), line.listPrice(), line.paid(), REFUNDABLE);
    }
}

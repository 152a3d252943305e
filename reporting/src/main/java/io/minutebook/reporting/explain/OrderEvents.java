package io.minutebook.reporting.explain;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.reporting.feed.FoundEvent;
import io.minutebook.reporting.feed.LedgerEvents;
import java.util.Optional;

/** The events of orders and refunds, by what a bill calls them. */
record OrderEvents(LedgerEvents events) {

    /** An order with the event that placed it. */
    record Placed(FoundEvent event, OrderPlaced order) {}

    /** A refund with the event that granted it. */
    record Granted(FoundEvent event, RefundGranted refund) {}

    /** None where it is another account's. */
    Optional<Placed> find(AccountId accountId, OrderId orderId) {
        return events.allOf("order-" + orderId).stream()
                .filter(event -> event.fact() instanceof OrderPlaced)
                .map(event -> new Placed(event, (OrderPlaced) event.fact()))
                .filter(placed -> placed.order().accountId().equals(accountId))
                .findFirst();
    }

    Optional<Granted> refundOf(AccountId accountId, String resourceId) {
        return events.allOf("refunds-" + accountId).stream()
                .filter(event -> event.fact() instanceof RefundGranted)
                .map(event -> new Granted(event, (RefundGranted) event.fact()))
                .filter(granted -> granted.refund().resource().resourceId().value().equals(resourceId))
                .findFirst();
    }
}

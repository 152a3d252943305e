package io.minutebook.billing.ledger;

import io.minutebook.billing.PackId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import java.util.List;
import java.util.Optional;

/** What was paid for before: all that a posting rests on beside its event. What cost nothing is not among it. */
public interface Purchases {

    Optional<PaidPack> pack(PackId id);

    List<RunningTerm> termsOf(ResourceId id);

    /** The packs that an order paid for, of minutes and of messages. */
    static List<PaidPack> packsIn(OrderPlaced order) {
        return order.lines().stream()
                .filter(line -> isPack(line) && line.amount().isPositive())
                .map(line -> new PaidPack(order.accountId(), new PackId(line.resourceId()), line.amount()))
                .toList();
    }

    /** The terms that an order paid for: of a purchase, a renewal, and of an upgrade its surcharge for the rest. */
    static List<RunningTerm> termsIn(OrderPlaced order) {
        return order.lines().stream()
                .filter(line -> !isPack(line) && line.amount().isPositive())
                .map(line -> termOf(order, line))
                .toList();
    }

    private static RunningTerm termOf(OrderPlaced order, OrderLine line) {
        var resource = new ResourceId(line.resourceId());
        return new RunningTerm(
                order.accountId(), resource, order.orderId(), line.validFrom(), line.validUntil(), line.amount(), null);
    }

    private static boolean isPack(OrderLine line) {
        return line.minutes() != null || line.messages() != null;
    }
}

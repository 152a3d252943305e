package io.minutebook.server.verify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order, as its event says: amounts in fen, paid by kind without vouchers.
 *
 * @param planId the plan that it goes with
 */
record PaidLine(
        String orderId,
        String transaction,
        @Nullable String planId,
        long listPrice,
        String unitPrice,
        long fromMillis,
        long untilMillis,
        List<Long> paid) {

    static final List<String> KINDS = List.of("cash", "gift", "revenueShare");

    static PaidLine of(Part order, Part line) {
        var subscription = line.node().path("subscription");
        var transaction = line.textOrNull("transaction");
        return new PaidLine(
                order.text("orderId"),
                transaction == null ? "PURCHASE" : transaction,
                subscription.isObject() ? new Part("", subscription).textOrNull("planId") : null,
                line.fen("listPrice"),
                line.text("unitPrice"),
                line.millis("validFrom"),
                line.millis("validUntil"),
                KINDS.stream().map(line.part("paid")::fen).toList());
    }

    long returnable() {
        return paid.stream().mapToLong(Long::longValue).sum();
    }
}

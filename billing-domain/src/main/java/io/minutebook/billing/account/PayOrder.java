package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take the money for an order, as the buyer wants it taken. */
public record PayOrder(
        AccountId accountId, OrderId orderId, List<PayableLine> lines, Payment payment, Instant at) {

    public PayOrder {
        lines = List.copyOf(lines);
    }

    Money payable() {
        return Money.sum(lines.stream().map(PayableLine::amount).toList());
    }

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

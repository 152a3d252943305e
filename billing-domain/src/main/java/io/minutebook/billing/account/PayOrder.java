package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take the money for an order, as the buyer wants it taken. */
public record PayOrder(
        AccountId accountId, OrderId orderId, Money payable, Payment payment, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

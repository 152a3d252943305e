package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give back the money of a refund, to each kind of funds what came from it. */
public record ReturnFunds(AccountId accountId, RefundId refundId, Funds returned, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell what was refunded to an account and what may not be; answered with {@link Refunds}, and nothing is stored. */
public record ReadRefunds(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return RefundsAggregate.streamOf(accountId);
    }
}

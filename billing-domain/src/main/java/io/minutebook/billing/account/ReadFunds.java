package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell what an account can spend; answered with {@link Funds}, and nothing is stored. */
public record ReadFunds(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

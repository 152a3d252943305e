package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell how an account stands and whose it is; answered with {@link Account}, and nothing is stored. */
public record ReadAccount(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

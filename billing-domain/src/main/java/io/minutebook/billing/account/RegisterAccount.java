package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Open an account, or change its name or legal entity. */
public record RegisterAccount(
        AccountId accountId, String name, String legalEntityId) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

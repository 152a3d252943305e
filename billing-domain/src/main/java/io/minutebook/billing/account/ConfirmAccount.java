package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make sure that the account is there, before anything else about it is decided. */
public record ConfirmAccount(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

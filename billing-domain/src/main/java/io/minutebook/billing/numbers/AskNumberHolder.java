package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell whether an account has ever rented a number; nothing is stored. */
public record AskNumberHolder(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberHolderAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell which chat plans an account has; answered with {@link Chat}, and nothing is stored. */
public record ReadChat(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return ChatAggregate.streamOf(accountId);
    }
}

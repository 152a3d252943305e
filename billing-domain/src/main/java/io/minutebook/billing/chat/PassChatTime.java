package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let time pass for an account's chat plans: what was due by then is done, each thing at the instant it was due.
 * Answered with {@link Chat} as it stands then.
 */
public record PassChatTime(AccountId accountId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return ChatAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put on record what an order bought, renewed or upgraded of an account's chat plans. */
public record RecordChat(AccountId accountId, List<ChatEvent> facts, Instant at) {

    public RecordChat {
        facts = List.copyOf(facts);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return ChatAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.chat;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give an application a chat plan to try: twice per application, one after the other.
 *
 * @param messages the bot messages it includes
 */
public record StartChatTrial(
        AccountId accountId,
        ResourceId resourceId,
        long applicationId,
        Region region,
        ProductCode product,
        Edition edition,
        long licences,
        long messages,
        Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return ChatAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** End a rent at once, without money back. */
public record GiveUpNumber(AccountId accountId, ResourceId resourceId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberAggregate.streamOf(resourceId);
    }
}

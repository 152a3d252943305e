package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell how a number stands; answered with {@link RentedNumber}, and nothing is stored. */
public record ReadNumber(AccountId accountId, ResourceId resourceId) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberAggregate.streamOf(resourceId);
    }
}

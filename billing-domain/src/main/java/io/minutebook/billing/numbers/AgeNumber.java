package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let time pass for one number: what was due by then is done, but for the renewal at its end, which is an order.
 * Answered with {@link RentedNumber} as it stands then.
 */
public record AgeNumber(AccountId accountId, ResourceId resourceId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberAggregate.streamOf(resourceId);
    }
}

package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Say whether a number is renewed at its end; saying the same again changes nothing. */
public record SwitchAutoRenewal(
        AccountId accountId, ResourceId resourceId, boolean autoRenew, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberAggregate.streamOf(resourceId);
    }
}

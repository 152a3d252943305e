package io.minutebook.billing.entitlements;

import io.minutebook.billing.PlanInForce;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Put on record that a use exceeded what the plan includes, unless that is stated for its day.
 *
 * @param plan the one in force at the use's end; null where none was
 */
public record StateExceeded(RestrictedUse use, @Nullable PlanInForce plan) {

    @TargetAggregateIdentifier
    public String stream() {
        return EntitlementsAggregate.streamOf(use.accountId());
    }
}

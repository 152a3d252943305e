package io.minutebook.billing.corrections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a correction on record. */
public record RecordAdjustment(RequestAdjustment asked, boolean pending) {

    @TargetAggregateIdentifier
    public String stream() {
        return AdjustmentsAggregate.streamOf(asked.accountId());
    }
}

package io.minutebook.billing.corrections;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put on record that a correction is approved; answered with {@link AdjustmentApproved}. */
public record RecordApproval(ApproveAdjustment asked) {

    @TargetAggregateIdentifier
    public String stream() {
        return AdjustmentsAggregate.streamOf(asked.accountId());
    }
}

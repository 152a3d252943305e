package io.minutebook.billing.corrections;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell what a correction is about; answered with {@link AdjustmentRequested}, and nothing is stored. */
public record ReadAdjustment(AccountId accountId, CaseNumber adjustmentId) {

    @TargetAggregateIdentifier
    public String stream() {
        return AdjustmentsAggregate.streamOf(accountId);
    }
}

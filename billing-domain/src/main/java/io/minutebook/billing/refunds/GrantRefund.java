package io.minutebook.billing.refunds;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a refund on record. */
public record GrantRefund(RefundGranted refund) {

    @TargetAggregateIdentifier
    public String stream() {
        return RefundsAggregate.streamOf(refund.accountId());
    }
}

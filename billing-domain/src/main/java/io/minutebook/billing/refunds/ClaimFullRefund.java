package io.minutebook.billing.refunds;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Use up the one full refund of a legal entity. */
public record ClaimFullRefund(FullRefundClaimed claim) {

    @TargetAggregateIdentifier
    public String stream() {
        return LegalEntityAggregate.streamOf(claim.legalEntityId());
    }
}

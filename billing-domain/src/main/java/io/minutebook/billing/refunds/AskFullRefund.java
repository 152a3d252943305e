package io.minutebook.billing.refunds;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell whether a legal entity had its one full refund of seats; nothing is stored. */
public record AskFullRefund(String legalEntityId) {

    @TargetAggregateIdentifier
    public String stream() {
        return LegalEntityAggregate.streamOf(legalEntityId);
    }
}

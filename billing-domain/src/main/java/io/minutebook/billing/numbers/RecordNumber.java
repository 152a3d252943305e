package io.minutebook.billing.numbers;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put on record that an order rented or renewed a number, or that its renewal failed for lack of funds. */
public record RecordNumber(NumberEvent fact) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberAggregate.streamOf(fact.resourceId());
    }
}

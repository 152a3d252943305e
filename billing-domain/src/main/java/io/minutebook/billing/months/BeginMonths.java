package io.minutebook.billing.months;

import io.minutebook.billing.BillingMonth;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** State which month is the first that the ledger closes; without effect where that is stated. */
public record BeginMonths(BillingMonth first, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return MonthsAggregate.STREAM;
    }
}

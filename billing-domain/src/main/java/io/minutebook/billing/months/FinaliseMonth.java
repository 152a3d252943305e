package io.minutebook.billing.months;

import io.minutebook.billing.BillingMonth;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** State what the final files of a closed month hold; without effect where that is stated. */
public record FinaliseMonth(BillingMonth month, long position, MonthFigures figures, String sha256) {

    @TargetAggregateIdentifier
    public String stream() {
        return MonthsAggregate.STREAM;
    }
}

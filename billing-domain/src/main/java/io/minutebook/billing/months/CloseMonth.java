package io.minutebook.billing.months;

import io.minutebook.billing.BillingMonth;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Close a month; without effect where it is closed. Nobody else books anything while this is decided.
 *
 * @param at when the close fell due or was asked for
 */
public record CloseMonth(BillingMonth month, Instant at, long openDeadLetters) {

    @TargetAggregateIdentifier
    public String stream() {
        return MonthsAggregate.STREAM;
    }
}

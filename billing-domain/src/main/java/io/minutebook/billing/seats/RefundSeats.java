package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** End a plan and all its add-ons at once, for money back. */
public record RefundSeats(AccountId accountId, ResourceId planId, RefundId refundId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return SeatsAggregate.streamOf(accountId);
    }
}

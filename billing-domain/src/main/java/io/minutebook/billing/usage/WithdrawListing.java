package io.minutebook.billing.usage;

import io.minutebook.billing.BillingMonth;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take usage off the account's list, for a correction takes its place.
 *
 * @param lateIn the month it is booked in where the usage's own is closed
 */
public record WithdrawListing(UsageListed booked, DeliveredUsage correction, @Nullable BillingMonth lateIn) {

    /** Of usage whose month is open. */
    public WithdrawListing(UsageListed booked, DeliveredUsage correction) {
        this(booked, correction, null);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return UsageLogAggregate.streamOf(booked.usage().record().accountId());
    }
}

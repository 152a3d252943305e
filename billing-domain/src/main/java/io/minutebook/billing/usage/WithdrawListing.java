package io.minutebook.billing.usage;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take usage off the account's list, for a correction takes its place. */
public record WithdrawListing(UsageListed booked, DeliveredUsage correction) {

    @TargetAggregateIdentifier
    public String stream() {
        return UsageLogAggregate.streamOf(booked.usage().record().accountId());
    }
}

package io.minutebook.billing.packs;

import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.usage.DeliveredUsage;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Give back what a booked call drew, for a correction takes its place.
 *
 * @param at judges which packs are still valid
 * @param lateIn the month it is booked in where the call's own is closed
 */
public record ReverseDraw(
        MinutesDrawn booked, DeliveredUsage correction, Instant at, @Nullable BillingMonth lateIn) {

    /** Of a call whose month is open. */
    public ReverseDraw(MinutesDrawn booked, DeliveredUsage correction, Instant at) {
        this(booked, correction, at, null);
    }

    @TargetAggregateIdentifier
    public String pool() {
        return PoolId.of(booked.usage()).stream();
    }
}

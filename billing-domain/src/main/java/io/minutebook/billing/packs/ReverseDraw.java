package io.minutebook.billing.packs;

import io.minutebook.billing.usage.DeliveredUsage;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give back what a booked call drew, for a correction takes its place.
 *
 * @param at judges which packs are still valid
 */
public record ReverseDraw(MinutesDrawn booked, DeliveredUsage correction, Instant at) {

    @TargetAggregateIdentifier
    public String pool() {
        return PoolId.of(booked.usage()).stream();
    }
}

package io.minutebook.billing.packs;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell what is left in the packs of a pool; answered with {@link PackPool}, and nothing is stored. */
public record ReadPacks(PoolId poolId) {

    @TargetAggregateIdentifier
    public String pool() {
        return poolId.stream();
    }
}

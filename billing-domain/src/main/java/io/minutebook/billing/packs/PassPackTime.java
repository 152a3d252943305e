package io.minutebook.billing.packs;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Announce the ends of packs and let lapse what remains of them, as it fell due; without effect where nothing did. */
public record PassPackTime(PoolId poolId, Instant now) {

    @TargetAggregateIdentifier
    public String pool() {
        return poolId.stream();
    }
}

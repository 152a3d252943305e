package io.minutebook.billing.packs;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let lapse what remains of the packs whose validity is over by now; without effect when there are none. */
public record ExpirePacks(PoolId poolId, Instant now) {

    @TargetAggregateIdentifier
    public String pool() {
        return poolId.stream();
    }
}

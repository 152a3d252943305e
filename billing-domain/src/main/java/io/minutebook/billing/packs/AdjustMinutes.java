package io.minutebook.billing.packs;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.PackId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give minutes back to what remains of a pack, or take them from it; more than none. */
public record AdjustMinutes(
        PoolId poolId, PackId packId, CaseNumber adjustmentId, Minutes minutes, boolean returned, Instant at) {

    public AdjustMinutes {
        if (minutes.isZero()) throw new IllegalArgumentException("an adjustment of no minutes");
    }

    @TargetAggregateIdentifier
    public String pool() {
        return poolId.stream();
    }
}

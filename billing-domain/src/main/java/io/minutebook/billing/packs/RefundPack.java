package io.minutebook.billing.packs;

import io.minutebook.billing.PackId;
import io.minutebook.billing.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a pack back: what remains of it is gone, and its time ends now. */
public record RefundPack(PoolId poolId, PackId packId, RefundId refundId, Instant at) {

    @TargetAggregateIdentifier
    public String pool() {
        return poolId.stream();
    }
}

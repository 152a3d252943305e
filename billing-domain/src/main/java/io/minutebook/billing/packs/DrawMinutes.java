package io.minutebook.billing.packs;

import io.minutebook.billing.usage.DeliveredUsage;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Pay usage of one pool from its packs, in the order given. */
public record DrawMinutes(PoolId poolId, List<DeliveredUsage> usages) {

    public DrawMinutes {
        usages = List.copyOf(usages);
    }

    @TargetAggregateIdentifier
    public String pool() {
        return poolId.stream();
    }
}

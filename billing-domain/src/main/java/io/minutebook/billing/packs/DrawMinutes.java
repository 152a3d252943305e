package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.DeliveredUsage;
import io.minutebook.billing.usage.Meter;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Pay calls of one meter from the account's packs, in the order given. */
public record DrawMinutes(AccountId accountId, Meter meter, List<DeliveredUsage> usages) {

    public DrawMinutes {
        usages = List.copyOf(usages);
    }

    @TargetAggregateIdentifier
    public String pool() {
        return PackPoolAggregate.poolOf(accountId, meter);
    }
}

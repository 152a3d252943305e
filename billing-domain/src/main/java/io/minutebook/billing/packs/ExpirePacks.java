package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let lapse what remains of the packs whose validity is over by now; without effect when there are none. */
public record ExpirePacks(AccountId accountId, Meter meter, Instant now) {

    @TargetAggregateIdentifier
    public String pool() {
        return PackPoolAggregate.poolOf(accountId, meter);
    }
}

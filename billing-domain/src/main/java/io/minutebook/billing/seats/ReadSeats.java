package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Tell which seats an account has; answered with {@link Seats}, and nothing is stored. */
public record ReadSeats(AccountId accountId) {

    @TargetAggregateIdentifier
    public String stream() {
        return SeatsAggregate.streamOf(accountId);
    }
}

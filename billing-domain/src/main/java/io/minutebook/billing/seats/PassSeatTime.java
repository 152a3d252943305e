package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let time pass for an account's seats: what was due by then is done, each thing at the instant it was due. Answered
 * with {@link Seats} as they stand then.
 */
public record PassSeatTime(AccountId accountId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return SeatsAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put on record what an order bought, renewed or upgraded of an account's seats. */
public record RecordSeats(AccountId accountId, List<SeatEvent> facts, Instant at) {

    public RecordSeats {
        facts = List.copyOf(facts);
    }

    @TargetAggregateIdentifier
    public String stream() {
        return SeatsAggregate.streamOf(accountId);
    }
}

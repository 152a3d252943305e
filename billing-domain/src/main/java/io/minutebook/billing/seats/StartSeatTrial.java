package io.minutebook.billing.seats;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Edition;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Give an application seats to try: twice per account, one after the other. */
public record StartSeatTrial(
        AccountId accountId,
        ResourceId resourceId,
        long applicationId,
        ProductCode product,
        Edition edition,
        long seats,
        Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return SeatsAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Remember that an account has rented a number; from the second time on without effect. */
public record RegisterNumberHolder(AccountId accountId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberHolderAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put on record that an account broke a rule of access; answered with {@link ViolationFound}. */
public record FindViolation(AccountId accountId, ViolationRule rule, String finding, String by, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

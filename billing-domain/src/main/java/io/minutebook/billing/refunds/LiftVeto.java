package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Take a veto back; answered with {@link VetoLifted}. */
public record LiftVeto(AccountId accountId, CaseNumber vetoId, String reason, String by, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return RefundsAggregate.streamOf(accountId);
    }
}

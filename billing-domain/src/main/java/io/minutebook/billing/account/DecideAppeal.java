package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Decide an appeal against a finding; answered with {@link ViolationAppealed}. */
public record DecideAppeal(
        AccountId accountId, CaseNumber violationId, AppealOutcome outcome, String reason, String by, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return AccountAggregate.streamOf(accountId);
    }
}

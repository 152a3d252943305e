package io.minutebook.billing.account;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * An appeal against a finding was decided.
 *
 * @param decidedBy the key of who decided it
 * @param standing how the account stands after it
 */
@Stored(name = "account.violation-appealed", version = 1)
public record ViolationAppealed(
        AccountId accountId,
        CaseNumber violationId,
        AppealOutcome outcome,
        String reason,
        String decidedBy,
        Instant decidedAt,
        Standing standing)
        implements AccountEvent {

    ViolationAppealed leaving(Standing after) {
        return new ViolationAppealed(accountId, violationId, outcome, reason, decidedBy, decidedAt, after);
    }
}

package io.minutebook.server.api;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.account.AppealOutcome;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.account.ViolationAppealed;
import java.time.Instant;

/** An appeal as it was decided, and how the account stands after it. */
record AppealAnswer(
        CaseNumber violationId,
        AppealOutcome outcome,
        String reason,
        String decidedBy,
        Instant decidedAt,
        Standing standing) {

    static AppealAnswer of(ViolationAppealed appeal) {
        return new AppealAnswer(
                appeal.violationId(),
                appeal.outcome(),
                appeal.reason(),
                appeal.decidedBy(),
                appeal.decidedAt(),
                appeal.standing());
    }
}

package io.minutebook.server.api;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.ViolationRule;
import java.time.Instant;

/** A violation as it was put on record, and how the account stands with it. */
record FindingAnswer(
        CaseNumber violationId,
        ViolationRule rule,
        String finding,
        String foundBy,
        Instant foundAt,
        Standing standing) {

    static FindingAnswer of(ViolationFound found) {
        return new FindingAnswer(
                found.violationId(),
                found.rule(),
                found.finding(),
                found.foundBy(),
                found.foundAt(),
                found.standing());
    }
}

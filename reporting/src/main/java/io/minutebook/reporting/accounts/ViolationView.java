package io.minutebook.reporting.accounts;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.account.AppealOutcome;
import io.minutebook.billing.account.Standing;
import io.minutebook.billing.account.ViolationFound;
import io.minutebook.billing.account.ViolationRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule of access that an account broke.
 *
 * @param standing what it leads to unless it is overturned
 * @param foundBy the key of who decided it
 * @param appeal the last decision about it; null where nobody appealed
 */
public record ViolationView(
        CaseNumber violationId,
        ViolationRule rule,
        Standing standing,
        String finding,
        String foundBy,
        Instant foundAt,
        @Nullable Appeal appeal) {

    /** What came of an appeal, and the key of who decided it. */
    public record Appeal(AppealOutcome outcome, String reason, String decidedBy, Instant decidedAt) {}

    static ViolationView of(ViolationFound found) {
        return new ViolationView(
                found.violationId(),
                found.rule(),
                found.rule().standing(),
                found.finding(),
                found.foundBy(),
                found.foundAt(),
                null);
    }
}

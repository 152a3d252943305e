package io.minutebook.billing.account;

import io.minutebook.billing.CaseNumber;

/**
 * A rule of access that an account broke.
 *
 * @param overturned whether an appeal found that it did not; then it counts no more
 */
public record Violation(CaseNumber id, ViolationRule rule, boolean overturned) {

    static Violation of(ViolationFound found) {
        return new Violation(found.violationId(), found.rule(), false);
    }

    Violation after(ViolationAppealed appealed) {
        return new Violation(id, rule, appealed.outcome() == AppealOutcome.OVERTURNED);
    }

    Standing standing() {
        return overturned ? Standing.GOOD : rule.standing();
    }
}

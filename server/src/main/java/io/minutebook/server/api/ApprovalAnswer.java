package io.minutebook.server.api;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.corrections.AdjustmentApproved;
import io.minutebook.reporting.accounts.AdjustmentView;
import java.time.Instant;

/** A correction that was made when another person approved it. */
record ApprovalAnswer(
        CaseNumber adjustmentId, AdjustmentView.State state, String approvedBy, Instant approvedAt) {

    static ApprovalAnswer of(AdjustmentApproved approved) {
        return new ApprovalAnswer(
                approved.adjustmentId(), AdjustmentView.State.MADE, approved.approvedBy(), approved.approvedAt());
    }
}

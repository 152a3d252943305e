package io.minutebook.server.api;

import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.refunds.VetoLifted;
import java.time.Instant;

/** That a veto was taken back, why, and the key of who decided it. */
record LiftingAnswer(CaseNumber vetoId, String reason, String liftedBy, Instant liftedAt) {

    static LiftingAnswer of(VetoLifted lifted) {
        return new LiftingAnswer(lifted.vetoId(), lifted.reason(), lifted.liftedBy(), lifted.liftedAt());
    }
}

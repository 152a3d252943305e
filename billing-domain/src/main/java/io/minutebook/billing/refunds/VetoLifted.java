package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Stored;
import java.time.Instant;

/**
 * A veto was taken back.
 *
 * @param liftedBy the key of who decided it
 */
@Stored(name = "refunds.veto-lifted", version = 1)
public record VetoLifted(AccountId accountId, CaseNumber vetoId, String reason, String liftedBy, Instant liftedAt)
        implements RefundEvent {}

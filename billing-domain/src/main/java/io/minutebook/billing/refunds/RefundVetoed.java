package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.Stored;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator forbade refunds that look suspicious.
 *
 * @param resourceId of this resource alone; null of all that the account has
 * @param vetoedBy the key of who decided it
 */
@Stored(name = "refunds.refund-vetoed", version = 1)
public record RefundVetoed(
        AccountId accountId,
        CaseNumber vetoId,
        @Nullable ResourceId resourceId,
        String reason,
        String vetoedBy,
        Instant vetoedAt)
        implements RefundEvent {}

package io.minutebook.billing.refunds;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Forbid the refund of a resource, or of all where it is null; answered with {@link RefundVetoed}. */
public record VetoRefund(AccountId accountId, @Nullable ResourceId resourceId, String reason, String by, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return RefundsAggregate.streamOf(accountId);
    }
}

package io.minutebook.billing.numbers;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** End a rent at once, for money back. */
public record RefundNumber(AccountId accountId, ResourceId resourceId, RefundId refundId, Instant at) {

    @TargetAggregateIdentifier
    public String stream() {
        return NumberAggregate.streamOf(resourceId);
    }
}

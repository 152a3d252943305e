package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Put bot messages into the pool of an application: a bought pack, or what a month of a plan includes.
 *
 * @param unitPrice of one message
 * @param included whether a plan includes them; else they are a pack
 * @param orderId null of a trial
 */
public record GrantMessages(
        AccountId accountId,
        long applicationId,
        PackId packId,
        ProductCode product,
        long messages,
        UnitPrice unitPrice,
        boolean included,
        Instant validFrom,
        Instant validUntil,
        @Nullable OrderId orderId)
        implements Grant {

    @Override
    @TargetAggregateIdentifier
    public String pool() {
        return PoolId.ofMessages(accountId, applicationId).stream();
    }
}

package io.minutebook.billing.packs;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.PackId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a bought pack into the pool of its meter. */
public record GrantPack(
        AccountId accountId,
        Meter meter,
        PackId packId,
        ProductCode product,
        Minutes minutes,
        UnitPrice unitPrice,
        Instant boughtAt,
        Instant validUntil,
        OrderId orderId)
        implements Grant {

    @Override
    @TargetAggregateIdentifier
    public String pool() {
        return PoolId.ofMinutes(accountId, meter).stream();
    }
}

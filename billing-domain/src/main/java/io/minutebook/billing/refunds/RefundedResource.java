package io.minutebook.billing.refunds;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is given back, as its first order says.
 *
 * @param resourceId for a pack its pack id
 * @param product as it was at the end
 * @param meter of a pack alone
 * @param boughtBy the order that bought it
 * @param listPrice of that order's line
 * @param validUntil when it would have ended
 */
public record RefundedResource(
        ResourceId resourceId,
        ProductCode product,
        Family family,
        @Nullable Meter meter,
        OrderId boughtBy,
        long quantity,
        UnitPrice unitPrice,
        Money listPrice,
        Instant validUntil) {

    static RefundedResource of(PaidLine bought, ProductCode product, Instant validUntil) {
        var line = bought.line();
        return new RefundedResource(
                bought.id(),
                product,
                line.family(),
                line.meter(),
                bought.order().orderId(),
                line.quantity(),
                line.unitPrice(),
                line.listPrice(),
                validUntil);
    }
}

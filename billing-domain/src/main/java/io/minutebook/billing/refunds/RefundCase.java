package io.minutebook.billing.refunds;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.account.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a refund is judged by, at an instant.
 *
 * @param purchases the orders that paid for it, oldest first; of seats those of the add-ons bought along with it too
 * @param discountNow the part of the list price that the account would pay now: 0.9 at ten percent off
 * @param veto why an operator forbids it; null where nobody does
 * @param fullRefundUsed whether the legal entity had its one full refund of seats
 */
public record RefundCase(
        ResourceId resourceId,
        ProductCode product,
        Held held,
        List<Purchase> purchases,
        Fraction discountNow,
        Standing standing,
        boolean refunded,
        @Nullable String veto,
        boolean fullRefundUsed,
        Instant at) {

    public RefundCase {
        purchases = List.copyOf(purchases);
    }
}

package io.minutebook.billing.refunds;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.account.Paid;
import java.time.Instant;

/**
 * What one order took for a resource.
 *
 * @param listPrice before any discount
 * @param refundable false where it was bought in a promotion that rules refunds out
 */
public record Purchase(OrderId orderId, Instant boughtAt, Money listPrice, Paid paid, boolean refundable) {

    /** Vouchers never come back. */
    Money returnable() {
        return paid.total().minus(paid.voucher());
    }
}

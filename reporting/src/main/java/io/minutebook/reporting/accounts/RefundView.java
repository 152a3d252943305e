package io.minutebook.reporting.accounts;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.refunds.RefundRule;
import io.minutebook.billing.refunds.Split;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refund as it was granted, for ever.
 *
 * @param quoteId names its figures
 * @param refundable true: it was
 * @param orders that paid for what was refunded
 * @param consumed what was taken off of what was paid, before the one rounding
 * @param discountNow the part of the list price that the account would have paid then
 * @param validUntil null: figures that were paid out hold for ever
 */
public record RefundView(
        RefundId refundId,
        String resourceId,
        ProductCode product,
        Instant grantedAt,
        String quoteId,
        boolean refundable,
        Money amount,
        String consumed,
        String formula,
        Split split,
        Money paid,
        String discountNow,
        RefundRule rule,
        int ruleVersion,
        List<OrderId> orders,
        @Nullable Instant validUntil) {

    public RefundView {
        orders = List.copyOf(orders);
    }

    public static RefundView of(RefundGranted refund) {
        var decision = refund.decision();
        return new RefundView(
                refund.refundId(),
                refund.resource().resourceId().value(),
                refund.resource().product(),
                refund.grantedAt(),
                refund.quoteId(),
                true,
                decision.amount(),
                decision.consumed().toString(),
                decision.formula(),
                decision.split(),
                decision.paid(),
                decision.discountNow().toString(),
                decision.rule(),
                decision.ruleVersion(),
                decision.orders(),
                null);
    }
}

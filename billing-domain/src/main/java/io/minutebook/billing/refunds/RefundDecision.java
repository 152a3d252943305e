package io.minutebook.billing.refunds;

import io.minutebook.billing.Fraction;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a refund comes to and why: enough to work it out again by hand.
 *
 * @param ruleVersion of the rule as it was then
 * @param orders that paid for what is refunded, oldest first
 * @param paid in cash, gift and revenue share for what is refunded; vouchers never come back
 * @param consumed what is taken off, exactly, before the one rounding
 * @param formula how the amount follows, in figures
 */
public record RefundDecision(
        RefundRule rule,
        int ruleVersion,
        List<OrderId> orders,
        Money paid,
        Fraction consumed,
        Fraction discountNow,
        String formula,
        RoundingMode rounding,
        Split split) {

    public RefundDecision {
        orders = List.copyOf(orders);
    }

    public Money amount() {
        return split.total();
    }
}

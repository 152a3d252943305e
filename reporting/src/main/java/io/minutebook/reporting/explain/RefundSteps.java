package io.minutebook.reporting.explain;

import io.minutebook.billing.refunds.RefundGranted;

/** How the amount of a refund came about, in the figures it was decided by. */
final class RefundSteps {

    private RefundSteps() {}

    static Step of(RefundGranted refund) {
        var decision = refund.decision();
        var consumed = decision.consumed();
        return Step.of(
                "R-212",
                Parts.of("refundId", refund.refundId())
                        .and("rule", decision.rule())
                        .and("ruleVersion", decision.ruleVersion())
                        .and("orders", decision.orders())
                        .and("paid", decision.paid())
                        .and("consumed", consumed.numerator() + "/" + consumed.denominator())
                        .and("rounding", decision.rounding())
                        .and("formula", decision.formula()),
                Parts.of("amount", decision.amount())
                        .and("split", Parts.of("cash", decision.split().cash())
                                .and("gift", decision.split().gift())
                                .and("revenueShare", decision.split().revenueShare())
                                .map()));
    }
}

package io.minutebook.reporting.accounts;

import io.minutebook.billing.OrderId;
import io.minutebook.billing.refunds.RefundEvent;
import io.minutebook.billing.refunds.RefundGranted;
import io.minutebook.billing.refunds.RefundVetoed;
import io.minutebook.billing.refunds.VetoLifted;
import io.minutebook.reporting.database.Columns;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of refunds, and of vetoes, which are lifted at most once. */
final class RefundRows {

    private static final String REFUNDS =
            """
            insert into refund_view (refund_id, account_id, resource_id, product, granted_at, quote_id, rule,
                                     rule_version, orders, paid_fen, consumed, discount_now, formula, cash_fen, gift_fen,
                                     revenue_share_fen)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (refund_id) do nothing""";
    private static final String VETOES =
            """
            insert into refund_veto_view (account_id, veto_id, resource_id, reason, vetoed_by, vetoed_at)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (account_id, veto_id) do nothing""";
    private static final String LIFTED =
            """
            update refund_veto_view set lift_reason = lifted.reason, lifted_by = lifted.by, lifted_at = lifted.at
            from unnest(?, ?, ?, ?, ?) as lifted (account_id, veto_id, reason, by, at)
            where refund_veto_view.account_id = lifted.account_id and refund_veto_view.veto_id = lifted.veto_id""";

    private final Columns refunds = new Columns(
            "text", "text", "text", "text", "timestamptz", "text", "text",
            "int", "text", "bigint", "text", "text", "text", "bigint", "bigint",
            "bigint");
    private final Columns vetoes = new Columns("text", "text", "text", "text", "text", "timestamptz");
    private final Columns lifted = new Columns("text", "text", "text", "text", "timestamptz");

    void add(RefundEvent event) {
        switch (event) {
            case RefundGranted refund -> addRefund(refund);
            case RefundVetoed veto ->
                vetoes.row(
                        veto.accountId(), veto.vetoId(), veto.resourceId(), veto.reason(), veto.vetoedBy(), veto.vetoedAt());
            case VetoLifted end ->
                lifted.row(end.accountId(), end.vetoId(), end.reason(), end.liftedBy(), end.liftedAt());
        }
    }

    private void addRefund(RefundGranted refund) {
        var decision = refund.decision();
        var split = decision.split();
        refunds.row(
                refund.refundId(), refund.accountId(), refund.resource().resourceId(), refund.resource().product(),
                refund.grantedAt(), refund.quoteId(), decision.rule(), decision.ruleVersion(),
                decision.orders().stream().map(OrderId::value).collect(Collectors.joining(" ")), decision.paid().fen(),
                decision.consumed(), decision.discountNow(), decision.formula(), split.cash().fen(), split.gift().fen(),
                split.revenueShare().fen());
    }

    void write(JdbcTemplate jdbc) {
        refunds.write(jdbc, REFUNDS);
        vetoes.write(jdbc, VETOES);
        lifted.write(jdbc, LIFTED);
    }
}

package io.minutebook.reporting.accounts;

import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.billing.refunds.RefundEvent;
import io.minutebook.reporting.projections.Projection;
import io.minutebook.reporting.projections.ProjectionBatch;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Accounts with what their funds and vouchers were left with, and their orders. */
public final class AccountsProjection implements Projection {

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<String> tables() {
        return List.of(
                "account_view", "voucher_view", "order_view", "order_line_view", "violation_view",
                "refund_view", "refund_veto_view");
    }

    @Override
    public ProjectionBatch begin() {
        return new Batch();
    }

    private static final class Batch implements ProjectionBatch {
        private final AccountChanges accounts = new AccountChanges();
        private final OrderRows orders = new OrderRows();
        private final ViolationRows violations = new ViolationRows();
        private final RefundRows refunds = new RefundRows();

        @Override
        public void add(Object event) {
            if (event instanceof AccountEvent account) {
                accounts.add(account);
                violations.add(account);
            }
            if (event instanceof OrderPlaced order) orders.add(order);
            if (event instanceof RefundEvent refund) refunds.add(refund);
        }

        @Override
        public void write(JdbcTemplate jdbc) {
            accounts.write(jdbc);
            orders.write(jdbc);
            violations.write(jdbc);
            refunds.write(jdbc);
        }
    }
}

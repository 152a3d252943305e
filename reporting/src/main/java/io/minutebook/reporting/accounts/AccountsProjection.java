package io.minutebook.reporting.accounts;

import io.minutebook.billing.account.AccountEvent;
import io.minutebook.billing.orders.OrderPlaced;
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
        return List.of("account_view", "voucher_view", "order_view", "order_line_view");
    }

    @Override
    public ProjectionBatch begin() {
        return new Batch();
    }

    private static final class Batch implements ProjectionBatch {
        private final AccountChanges accounts = new AccountChanges();
        private final OrderRows orders = new OrderRows();

        @Override
        public void add(Object event) {
            if (event instanceof AccountEvent account) accounts.add(account);
            if (event instanceof OrderPlaced order) orders.add(order);
        }

        @Override
        public void write(JdbcTemplate jdbc) {
            accounts.write(jdbc);
            orders.write(jdbc);
        }
    }
}

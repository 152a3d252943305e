package io.minutebook.reporting.explain;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.BillingMonth;
import io.minutebook.billing.OrderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What moved the minutes of a pack: the usage of each month, and what people corrected. */
final class PackFigures {

    private static final String ORDER =
            """
            select order_id from bill_line
            where account_id = ? and resource_id = ? and transaction_type = 'PURCHASE'
            union all
            select order_id from bill_allowance where account_id = ? and pack_id = ? and order_id is not null
            limit 1""";

    private final JdbcTemplate jdbc;

    PackFigures(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Up to where these figures go. */
    long position() {
        var position = jdbc.queryForObject("select position from projection_position where name = 'bills'", Long.class);
        return position == null ? 0 : position;
    }

    /** None of what a trial includes. */
    Optional<OrderId> orderOf(AccountId accountId, String packId) {
        var account = accountId.value();
        return jdbc.queryForList(ORDER, String.class, account, packId, account, packId).stream()
                .findFirst()
                .map(OrderId::new);
    }

    /** What each month's usage drew, up to a month. */
    List<Map<String, Object>> months(AccountId accountId, String packId, BillingMonth upTo) {
        return jdbc.query(
                "select month, sum(minutes) as minutes from bill_usage where account_id = ? and pack_id = ?"
                        + " and month <= ? group by month having sum(minutes) <> 0 order by month",
                (row, _) -> Parts.of("month", row.getString("month"))
                        .and("minutes", row.getLong("minutes"))
                        .map(),
                accountId.value(),
                packId,
                upTo.toString());
    }

    /** What people took in addition, below zero where they gave back, up to a month. */
    List<Map<String, Object>> adjustments(AccountId accountId, String packId, BillingMonth upTo) {
        return jdbc.query(
                "select cause, month, minutes from bill_adjustment where account_id = ? and pack_id = ? and month <= ?"
                        + " order by month, cause",
                (row, _) -> Parts.of("cause", row.getString("cause"))
                        .and("month", row.getString("month"))
                        .and("minutes", row.getLong("minutes"))
                        .map(),
                accountId.value(),
                packId,
                upTo.toString());
    }
}

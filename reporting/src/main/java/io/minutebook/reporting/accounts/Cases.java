package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.RefundId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.account.AppealOutcome;
import io.minutebook.billing.account.ViolationRule;
import io.minutebook.billing.refunds.RefundRule;
import io.minutebook.billing.refunds.Split;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Questions about what people decided of an account: refunds, vetoes and violations, oldest first. */
public final class Cases {

    private static final String PAGE =
            "select * from %1$s where account_id = ? and (?::text is null or %2$s > ?) order by %2$s limit ?";
    private static final String REFUNDS = PAGE.formatted("refund_view", "refund_id");
    private static final String VETOES = PAGE.formatted("refund_veto_view", "veto_id");
    private static final String VIOLATIONS = PAGE.formatted("violation_view", "violation_id");

    private final JdbcTemplate jdbc;

    public Cases(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    public Listing<RefundView> refunds(AccountId accountId, @Nullable String after, int limit) {
        return page(new Page(accountId, after, limit), REFUNDS, (row, _) -> refund(row), refund -> refund.refundId().value());
    }

    public Listing<VetoView> vetoes(AccountId accountId, @Nullable String after, int limit) {
        return page(new Page(accountId, after, limit), VETOES, (row, _) -> veto(row), veto -> veto.vetoId().value());
    }

    public Listing<ViolationView> violations(AccountId accountId, @Nullable String after, int limit) {
        return page(
                new Page(accountId, after, limit), VIOLATIONS, (row, _) -> violation(row),
                violation -> violation.violationId().value());
    }

    private record Page(AccountId accountId, @Nullable String after, int limit) {}

    private <T> Listing<T> page(Page page, String sql, RowMapper<T> mapper, Function<T, String> key) {
        var start = page.after() == null ? null : Cursor.decode(page.after(), 1).key().getFirst();
        var found = jdbc.query(sql, mapper, page.accountId().value(), start, start, page.limit() + 1);
        return Listing.of(found, page.limit(), item -> Cursor.at(key.apply(item)));
    }

    private static RefundView refund(ResultSet row) throws SQLException {
        var split = new Split(
                new Money(row.getLong("cash_fen")),
                new Money(row.getLong("gift_fen")),
                new Money(row.getLong("revenue_share_fen")));
        return new RefundView(
                new RefundId(row.getString("refund_id")),
                row.getString("resource_id"),
                new ProductCode(row.getString("product")),
                Times.instant(row, "granted_at"),
                row.getString("quote_id"),
                true,
                split.total(),
                row.getString("consumed"),
                row.getString("formula"),
                split,
                new Money(row.getLong("paid_fen")),
                row.getString("discount_now"),
                RefundRule.valueOf(row.getString("rule")),
                row.getInt("rule_version"),
                Arrays.stream(row.getString("orders").split(" ")).map(OrderId::new).toList(),
                null);
    }

    private static VetoView veto(ResultSet row) throws SQLException {
        var resource = row.getString("resource_id");
        var liftedAt = Times.instantOrNull(row, "lifted_at");
        return new VetoView(
                new CaseNumber(row.getString("veto_id")),
                resource == null ? null : new ResourceId(resource),
                row.getString("reason"),
                row.getString("vetoed_by"),
                Times.instant(row, "vetoed_at"),
                liftedAt == null
                        ? null
                        : new VetoView.Lifting(row.getString("lift_reason"), row.getString("lifted_by"), liftedAt));
    }

    private static ViolationView violation(ResultSet row) throws SQLException {
        var rule = ViolationRule.valueOf(row.getString("rule"));
        return new ViolationView(
                new CaseNumber(row.getString("violation_id")),
                rule,
                rule.standing(),
                row.getString("finding"),
                row.getString("found_by"),
                Times.instant(row, "found_at"),
                appeal(row));
    }

    private static ViolationView.@Nullable Appeal appeal(ResultSet row) throws SQLException {
        var decidedAt = Times.instantOrNull(row, "decided_at");
        if (decidedAt == null) return null;
        return new ViolationView.Appeal(
                AppealOutcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("decided_by"),
                decidedAt);
    }
}

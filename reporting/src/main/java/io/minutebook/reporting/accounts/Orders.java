package io.minutebook.reporting.accounts;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.reporting.accounts.OrderView.Line;
import io.minutebook.reporting.database.Times;
import io.minutebook.reporting.paging.Cursor;
import io.minutebook.reporting.paging.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about orders. */
public final class Orders {

    private static final String PAGE =
            """
            select * from order_view where account_id = ? and (?::text is null or order_id < ?)
            order by order_id desc limit ?""";
    private static final String LINES =
            "select * from order_line_view where order_id = any(?) order by order_id, line";

    private static final String OF_RESOURCE =
            """
            select distinct order_id from order_line_view join order_view using (order_id)
            where resource_id = ? and account_id = ? order by order_id""";

    private final JdbcTemplate jdbc;

    public Orders(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Newest first; ids rise in order of creation. */
    public Listing<OrderView> list(AccountId accountId, @Nullable String after, int limit) {
        var start = after == null ? null : Cursor.decode(after, 1).key().getFirst();
        var orders = jdbc.query(PAGE, (row, _) -> order(row), accountId.value(), start, start, limit + 1);
        return Listing.of(withLines(orders), limit, order -> Cursor.at(order.orderId().value()));
    }

    /** Those that bought, renewed or upgraded a resource, as far as they are shown yet; oldest first. */
    public List<OrderId> ordersOf(AccountId accountId, ResourceId resourceId) {
        return jdbc.query(
                OF_RESOURCE,
                (row, _) -> new OrderId(row.getString("order_id")),
                resourceId.value(),
                accountId.value());
    }

    private List<OrderView> withLines(List<OrderView> orders) {
        var ids = orders.stream().map(order -> order.orderId().value()).toArray(String[]::new);
        Map<String, List<Line>> lines = new HashMap<>();
        jdbc.query(
                LINES,
                row -> {
                    lines.computeIfAbsent(row.getString("order_id"), _ -> new ArrayList<>()).add(line(row));
                },
                (Object) ids);
        return orders.stream()
                .map(order -> order.with(lines.getOrDefault(order.orderId().value(), List.of())))
                .toList();
    }

    private static OrderView order(ResultSet row) throws SQLException {
        return new OrderView(
                new OrderId(row.getString("order_id")),
                Times.instant(row, "placed_at"),
                List.of(),
                new Money(row.getLong("list_price_fen")),
                new Money(row.getLong("discount_fen")),
                new Money(row.getLong("payable_fen")),
                new Paid(
                        new Money(row.getLong("voucher_fen")),
                        new Money(row.getLong("gift_fen")),
                        new Money(row.getLong("revenue_share_fen")),
                        new Money(row.getLong("cash_fen"))),
                row.getString("warnings").lines().toList());
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new ProductCode(row.getString("product")),
                row.getString("resource_id"),
                row.getLong("quantity"),
                new UnitPrice(row.getBigDecimal("unit_price")),
                new Money(row.getLong("list_price_fen")),
                new Money(row.getLong("amount_fen")),
                Times.instant(row, "valid_from"),
                Times.instant(row, "valid_until"),
                row.getObject("last_day", LocalDate.class));
    }
}

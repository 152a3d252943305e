package io.minutebook.reporting.accounts;

import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.reporting.database.Columns;
import io.minutebook.reporting.prices.DiscountView;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of orders and of their lines, as they were placed. */
final class OrderRows {

    private static final String ORDERS =
            """
            insert into order_view (order_id, account_id, placed_at, list_price_fen, discount_fen, payable_fen,
                                    voucher_fen, gift_fen, revenue_share_fen, cash_fen, warnings)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id) do nothing""";

    private static final String LINES =
            """
            insert into order_line_view (order_id, line, product, resource_id, quantity, unit_price, list_price_fen,
                                         discount_fen, amount_fen, discount_source, discount_name, discount_kind,
                                         discount_value, discount_refundable, valid_from, valid_until, last_day)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (order_id, line) do nothing""";

    private final Columns orders = new Columns(
            "text", "text", "timestamptz", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint", "bigint", "text");
    private final Columns lines = new Columns(
            "text", "int", "text", "text", "bigint", "numeric", "bigint", "bigint", "bigint", "text", "text", "text",
            "text", "boolean", "timestamptz", "timestamptz", "date");

    void add(OrderPlaced order) {
        var paid = order.paid();
        orders.row(
                order.orderId(),
                order.accountId(),
                order.placedAt(),
                order.listPrice().fen(),
                order.discount().fen(),
                order.payable().fen(),
                paid.voucher().fen(),
                paid.gift().fen(),
                paid.revenueShare().fen(),
                paid.cash().fen(),
                String.join("\n", order.warnings()));
        for (int line = 0; line < order.lines().size(); line++) addLine(order, line, order.lines().get(line));
    }

    private void addLine(OrderPlaced order, int place, OrderLine line) {
        var discount = DiscountView.of(line.discountedBy());
        lines.row(
                order.orderId(),
                place,
                line.product(),
                line.resourceId(),
                line.quantity(),
                line.unitPrice(),
                line.listPrice().fen(),
                line.discount().fen(),
                line.amount().fen(),
                discount == null ? null : discount.source(),
                discount == null ? null : discount.name(),
                discount == null ? null : discount.kind(),
                discount == null ? null : discount.value(),
                discount == null ? null : discount.refundable(),
                line.validFrom(),
                line.validUntil(),
                line.lastDay());
    }

    void write(JdbcTemplate jdbc) {
        orders.write(jdbc, ORDERS);
        lines.write(jdbc, LINES);
    }
}

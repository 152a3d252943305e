package io.minutebook.reporting.accounts;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import io.minutebook.reporting.prices.DiscountView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it was placed: what its buyer was answered, for ever. */
public record OrderView(
        OrderId orderId,
        Instant placedAt,
        List<Line> lines,
        Money listPrice,
        Money discount,
        Money payable,
        Paid paid,
        List<String> warnings) {

    public static OrderView of(OrderPlaced order) {
        return new OrderView(
                order.orderId(),
                order.placedAt(),
                order.lines().stream().map(Line::of).toList(),
                order.listPrice(),
                order.discount(),
                order.payable(),
                order.paid(),
                order.warnings());
    }

    /**
     * One resource of the order; validUntil is the first instant at which it is no longer usable.
     *
     * @param discountedBy what it was sold under; null where the list price was paid
     */
    public record Line(
            ProductCode product,
            String resourceId,
            long quantity,
            UnitPrice unitPrice,
            Money listPrice,
            Money discount,
            Money amount,
            @Nullable DiscountView discountedBy,
            Instant validFrom,
            Instant validUntil,
            LocalDate lastDay) {

        static Line of(OrderLine line) {
            return new Line(
                    line.product(),
                    line.resourceId(),
                    line.quantity(),
                    line.unitPrice(),
                    line.listPrice(),
                    line.discount(),
                    line.amount(),
                    DiscountView.of(line.discountedBy()),
                    line.validFrom(),
                    line.validUntil(),
                    line.lastDay());
        }
    }

    OrderView with(List<Line> itsLines) {
        return new OrderView(orderId, placedAt, itsLines, listPrice, discount, payable, paid, warnings);
    }
}

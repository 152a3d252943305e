package io.minutebook.reporting.accounts;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An order as it was placed and answered. */
public record OrderView(
        OrderId orderId,
        Instant placedAt,
        List<Line> lines,
        Money listPrice,
        Money discount,
        Money payable,
        PaidView paid,
        List<String> warnings) {

    /** One resource of the order; validUntil is the first instant at which it is no longer usable. */
    public record Line(
            ProductCode product,
            String resourceId,
            long quantity,
            UnitPrice unitPrice,
            Money listPrice,
            Money amount,
            Instant validFrom,
            Instant validUntil,
            LocalDate lastDay) {}

    /** Who paid which part. */
    public record PaidView(Money cash, Money gift, Money revenueShare, Money voucher) {}

    OrderView with(List<Line> itsLines) {
        return new OrderView(orderId, placedAt, itsLines, listPrice, discount, payable, paid, warnings);
    }
}

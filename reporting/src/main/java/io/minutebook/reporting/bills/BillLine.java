package io.minutebook.reporting.bills;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill: amount = listPrice - discount = voucher + gift + revenueShare + cash.
 *
 * @param subProduct the meter of a pack
 * @param unitPrice the price of one unit: one minute of a pack
 * @param usageEnd the first instant at which it is no longer usable
 */
public record BillLine(
        Family family,
        ProductCode product,
        @Nullable Meter subProduct,
        BillingMode billingMode,
        TransactionType transactionType,
        String resourceId,
        OrderId orderId,
        Instant transactionTime,
        Instant usageStart,
        Instant usageEnd,
        String configuration,
        Money listPrice,
        UnitPrice unitPrice,
        long quantity,
        BillUnit unit,
        Money discount,
        Money amount,
        Money voucher,
        Money gift,
        Money revenueShare,
        Money cash) {

    static String configurationOf(OrderLine line) {
        return line.minutes() == null ? "" : line.minutes() + " minutes";
    }

    static BillUnit unitOf(OrderLine line) {
        return line.minutes() == null ? BillUnit.PIECE : BillUnit.PACK;
    }
}

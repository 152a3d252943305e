package io.minutebook.reporting.bills;

import io.minutebook.billing.Money;
import io.minutebook.billing.OrderId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill: amount = listPrice - discount = voucher + gift + revenueShare + cash. Minutes and messages that
 * no pack covered are of no product, resource and order.
 *
 * @param subProduct the meter of a pack or of usage
 * @param configuration what was bought, in words
 * @param unitPrice the price of one minute of a pack, or of one piece for one month or year
 * @param usageEnd the first instant at which it is no longer usable
 */
public record BillLine(
        Family family,
        @Nullable ProductCode product,
        @Nullable Meter subProduct,
        BillingMode billingMode,
        TransactionType transactionType,
        @Nullable String resourceId,
        @Nullable OrderId orderId,
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
        Money cash) {}

package io.minutebook.billing.orders;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One resource of an order with what it costs and who paid which part of it.
 *
 * @param resourceId for a pack its pack id
 * @param quantity 1 for a pack
 * @param minutes what a pack grants; null for what grants none
 * @param unitPrice the price of one unit: one minute of a pack
 * @param listPrice the line before discount; amount = listPrice - discount
 * @param validUntil the first instant at which it is no longer usable; lastDay is the day a person is shown
 */
public record OrderLine(
        ProductCode product,
        Family family,
        @Nullable Meter meter,
        String resourceId,
        long quantity,
        @Nullable Minutes minutes,
        UnitPrice unitPrice,
        Money listPrice,
        Money discount,
        Money amount,
        Paid paid,
        Instant validFrom,
        Instant validUntil,
        LocalDate lastDay) {}

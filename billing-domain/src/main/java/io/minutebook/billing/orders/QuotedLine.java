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

/** One pack as it would be bought at the instant of the quote; amount = listPrice - discount. */
public record QuotedLine(
        ProductCode product,
        Family family,
        Meter meter,
        long quantity,
        Minutes minutes,
        UnitPrice unitPrice,
        Money listPrice,
        Money discount,
        Money amount,
        Instant validFrom,
        Instant validUntil,
        LocalDate lastDay) {

    OrderLine bought(String resourceId, Paid paid) {
        return new OrderLine(
                product,
                family,
                meter,
                resourceId,
                quantity,
                minutes,
                unitPrice,
                listPrice,
                discount,
                amount,
                paid,
                validFrom,
                validUntil,
                lastDay);
    }
}

package io.minutebook.billing.orders;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.usage.Meter;
import io.minutebook.billing.usage.Region;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One resource of an order with what it costs and who paid which part of it.
 *
 * @param resourceId for a pack its pack id
 * @param quantity 1 for a pack and for a number
 * @param minutes what a pack grants; null for what grants none
 * @param messages what a pack of bot messages grants
 * @param subscription of a plan, an add-on or a number
 * @param unitPrice the list price of one unit: one minute of a pack, else one piece for one month or year
 * @param discountedBy what it was sold under; null where the list price was paid
 * @param listPrice the line before discount; amount = listPrice - discount
 * @param calculation how the amount was worked out where it is by days
 * @param validFrom of a renewal the end of the term before
 * @param validUntil the first instant at which it is no longer usable; lastDay is the day a person is shown
 */
public record OrderLine(
        ProductCode product,
        Family family,
        Transaction transaction,
        @Nullable Meter meter,
        String resourceId,
        long quantity,
        @Nullable Minutes minutes,
        @Nullable MessageGrant messages,
        @Nullable Subscription subscription,
        UnitPrice unitPrice,
        @Nullable DiscountInForce discountedBy,
        Money listPrice,
        Money discount,
        Money amount,
        @Nullable Calculation calculation,
        Paid paid,
        Instant validFrom,
        Instant validUntil,
        LocalDate lastDay) {
    ResourceId id() {
        return new ResourceId(resourceId);
    }

    Subscription paidByTerm() {
        return Objects.requireNonNull(subscription);
    }

    long applicationId() {
        return Objects.requireNonNull(paidByTerm().applicationId());
    }

    Region region() {
        return Objects.requireNonNull(paidByTerm().region());
    }

    ResourceId planId() {
        return Objects.requireNonNull(paidByTerm().planId());
    }

    PaidTerm term() {
        return new PaidTerm(validFrom, validUntil, paidByTerm().term(), paidByTerm().periods(), amount);
    }
}

package io.minutebook.billing.orders;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.catalogue.Family;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.usage.Meter;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line as it would be bought at the instant of the quote; amount = listPrice - discount.
 *
 * @param sold the product as it is sold then
 * @param resourceId what is renewed or upgraded; null of a purchase, which has no id yet
 * @param unitPrice as it is listed
 * @param discountedBy what it is sold under; null where the list price is paid
 * @param planLine where the plan that an add-on extends stands in the quote; null where it is held
 */
public record QuotedLine(
        Product sold,
        Transaction transaction,
        @Nullable ResourceId resourceId,
        @Nullable Integer planLine,
        @Nullable Meter meter,
        long quantity,
        @Nullable Minutes minutes,
        @Nullable MessageGrant messages,
        @Nullable Subscription subscription,
        UnitPrice unitPrice,
        @Nullable DiscountInForce discountedBy,
        Money discount,
        Money amount,
        @Nullable Calculation calculation,
        Instant validFrom,
        Instant validUntil,
        LocalDate lastDay) {

    public ProductCode product() {
        return sold.code();
    }

    public Family family() {
        return sold.family();
    }

    public Money listPrice() {
        return amount.plus(discount);
    }

    /** Of minutes or of messages. */
    boolean isPack() {
        return minutes != null || messages != null;
    }

    /** A line that grants a term of a plan, an add-on or a number. */
    static QuotedLine ofTerm(
            Product sold,
            Transaction transaction,
            @Nullable ResourceId resourceId,
            long quantity,
            Subscription subscription,
            UnitPrice unitPrice,
            Validity validity) {
        return new QuotedLine(
                sold,
                transaction,
                resourceId,
                null,
                null,
                quantity,
                null,
                null,
                subscription,
                unitPrice,
                null,
                Money.ZERO,
                Money.ZERO,
                null,
                validity.from(),
                validity.until(),
                validity.lastDay());
    }

    static QuotedLine ofPack(
            Product sold, @Nullable Meter meter, @Nullable Minutes minutes, @Nullable MessageGrant messages,
            UnitPrice unitPrice, Validity validity) {
        return new QuotedLine(
                sold,
                Transaction.PURCHASE,
                null,
                null,
                meter,
                1,
                minutes,
                messages,
                null,
                unitPrice,
                null,
                Money.ZERO,
                Money.ZERO,
                null,
                validity.from(),
                validity.until(),
                validity.lastDay());
    }

    QuotedLine withPlanLine(int line) {
        return with(line, discountedBy, discount, amount, calculation);
    }

    QuotedLine under(@Nullable DiscountInForce inForce) {
        return with(planLine, inForce, discount, amount, calculation);
    }

    QuotedLine charged(Money newDiscount, Money newAmount) {
        return with(planLine, discountedBy, newDiscount, newAmount, calculation);
    }

    QuotedLine calculated(Calculation how) {
        return with(planLine, discountedBy, how.listPrice().minus(how.amount()), how.amount(), how);
    }

    private QuotedLine with(
            @Nullable Integer newPlanLine,
            @Nullable DiscountInForce newDiscountedBy,
            Money newDiscount,
            Money newAmount,
            @Nullable Calculation newCalculation) {
        return new QuotedLine(
                sold,
                transaction,
                resourceId,
                newPlanLine,
                meter,
                quantity,
                minutes,
                messages,
                subscription,
                unitPrice,
                newDiscountedBy,
                newDiscount,
                newAmount,
                newCalculation,
                validFrom,
                validUntil,
                lastDay);
    }

    OrderLine bought(String id, @Nullable ResourceId planId, Paid paid) {
        return new OrderLine(
                product(),
                family(),
                transaction,
                meter,
                id,
                quantity,
                minutes,
                messages,
                subscription == null || planId == null ? subscription : subscription.extending(planId),
                unitPrice,
                discountedBy,
                listPrice(),
                discount,
                amount,
                calculation,
                paid,
                validFrom,
                validUntil,
                lastDay);
    }
}

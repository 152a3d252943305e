package io.minutebook.reporting.explain;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.account.Paid;
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.orders.Calculation;
import io.minutebook.billing.orders.DayShare;
import io.minutebook.billing.orders.OrderLine;
import io.minutebook.billing.orders.OrderPlaced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an order's lines cost, by which version of the prices and under which discount, and what paid for them. */
final class PriceSteps {

    private PriceSteps() {}

    /** The lines that are asked for, and the order in which all of it was rounded once. */
    static List<Step> of(OrderPlaced order, Predicate<OrderLine> asked) {
        var steps = new ArrayList<Step>();
        order.lines().stream().filter(asked).forEach(line -> steps.add(price(line)));
        steps.add(Step.of(
                "PD-2",
                Parts.of("orderId", order.orderId())
                        .and("placedAt", order.placedAt())
                        .and("priceBookVersion", order.priceBookVersion())
                        .and("rounding", "HALF_UP")
                        .and("lines", order.lines().stream().map(line -> inputs(line).and("amount", line.amount()).map()).toList()),
                Parts.of("listPrice", order.listPrice())
                        .and("discount", order.discount())
                        .and("payable", order.payable())
                        .and("paid", paid(order.paid()))));
        return steps;
    }

    private static Step price(OrderLine line) {
        var rule = line.calculation() != null ? "PRICE-BY-DAYS" : "PRICE";
        return Step.of(
                rule,
                inputs(line),
                Parts.of("listPrice", line.listPrice())
                        .and("discount", line.discount())
                        .and("amount", line.amount())
                        .and("paid", paid(line.paid())));
    }

    private static Parts inputs(OrderLine line) {
        var parts = Parts.of("resourceId", line.resourceId())
                .and("product", line.product())
                .and("transaction", line.transaction())
                .and("validFrom", line.validFrom())
                .and("validUntil", line.validUntil())
                .and("unitPrice", line.unitPrice());
        addDiscount(line.discountedBy(), parts);
        var calculation = line.calculation();
        if (calculation != null) return byDays(calculation, parts);
        var units = unitsOf(line);
        return parts.and("units", units).and("discountUnits", units == null ? null : units * monthsOf(line));
    }

    private static void addDiscount(@Nullable DiscountInForce discount, Parts parts) {
        if (discount == null) return;
        parts.and("discountSource", discount.source())
                .and("discountName", discount.name())
                .and("discountKind", discount.terms().kind())
                .and("discountValue", discount.terms().value())
                .and("discountReason", discount.reason());
    }

    private static Parts byDays(Calculation calculation, Parts parts) {
        return parts.and("shares", shares(calculation.price()))
                .and("ownShares", calculation.own() == null ? null : shares(calculation.own()))
                .and("rate", calculation.rate())
                .and("credit", shares(calculation.credit()));
    }

    private static List<Map<String, Object>> shares(List<DayShare> shares) {
        return shares.stream()
                .map(share -> Parts.of("price", share.price())
                        .and("restDays", share.restDays())
                        .and("termDays", share.termDays())
                        .map())
                .toList();
    }

    /** What the unit price counts; null where terms of several kinds are paid at once. */
    private static @Nullable Long unitsOf(OrderLine line) {
        var minutes = line.minutes();
        if (minutes != null) return minutes.value();
        var term = line.subscription();
        if (term == null) return 1L;
        long units = line.quantity() * term.periods();
        boolean isWhole = line.unitPrice().times(units).compareTo(line.listPrice().toYuan()) == 0;
        return isWhole ? units : null;
    }

    private static long monthsOf(OrderLine line) {
        var term = line.subscription();
        return term == null ? 1 : term.term().months(1);
    }

    static Map<String, Object> paid(Paid paid) {
        return Parts.of("voucher", paid.voucher())
                .and("gift", paid.gift())
                .and("revenueShare", paid.revenueShare())
                .and("cash", paid.cash())
                .map();
    }

    /** Minutes that a line grants, or messages. */
    static @Nullable Minutes grantedBy(OrderLine line) {
        return line.messages() == null ? line.minutes() : new Minutes(line.messages().count());
    }
}

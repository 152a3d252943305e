package io.minutebook.billing.orders;

import io.minutebook.billing.Lease;
import io.minutebook.billing.PaidTerm;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.discounts.Discounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts the price on a line: what is listed, and what the discount in force at that instant leaves of it. */
record PriceTag(Discounts discounts, Instant at) {

    /** So many units at the line's unit price. */
    PricedLine on(QuotedLine line, long units) {
        return priced(line, line.unitPrice().times(units), Math.multiplyExact(units, monthsOf(line)));
    }

    /**
     * For what is left of a plan's terms, in full where all of that time is ahead.
     *
     * @param price of one piece for one term
     */
    PricedLine forTimeOf(Lease plan, QuotedLine line, Function<Term, UnitPrice> price) {
        var shares = Shares.ofRest(plan, at, price, line.quantity());
        if (shares.stream().anyMatch(DayShare::isPart)) return byDays(line, shares, plan, List.of());
        var listed = shares.stream().map(share -> share.price().yuan()).reduce(BigDecimal.ZERO, BigDecimal::add);
        long months = plan.terms().stream()
                .filter(term -> term.restDays(at) > 0)
                .mapToLong(PaidTerm::months)
                .sum();
        return priced(line, listed, Math.multiplyExact(line.quantity(), months));
    }

    /** The price for the days that are left of a plan's terms, less what is credited. */
    PricedLine lessCredit(Lease plan, QuotedLine line, Function<Term, UnitPrice> price, List<DayShare> credit) {
        return byDays(line, Shares.ofRest(plan, at, price, line.quantity()), plan, credit);
    }

    private PricedLine byDays(QuotedLine line, List<DayShare> listed, Lease plan, List<DayShare> credit) {
        var discount = discountOn(line);
        var terms = discount.map(DiscountInForce::terms);
        var own = terms.map(found -> found.unitPrice()).map(price -> ownShares(plan, price, line.quantity()));
        var rate = terms.map(found -> found.rate()).orElse(null);
        var how = Calculation.of(listed, own.orElse(null), rate, credit);
        return PricedLine.calculated(line.under(discount.orElse(null)), how);
    }

    private List<DayShare> ownShares(Lease plan, UnitPrice price, long quantity) {
        return Shares.ofRest(plan, at, term -> new UnitPrice(price.times(term.months(1))), quantity);
    }

    /** As listed at that amount, or for so many units of an own price. */
    private PricedLine priced(QuotedLine line, BigDecimal listed, long ownUnits) {
        return discountOn(line)
                .map(discount -> new PricedLine(line.under(discount), listed, discount.terms().of(listed, ownUnits)))
                .orElseGet(() -> new PricedLine(line, listed, listed));
    }

    private Optional<DiscountInForce> discountOn(QuotedLine line) {
        return discounts.on(line.product(), line.unitPrice(), monthsOf(line), at);
    }

    /** How many months one unit price is for. */
    private static long monthsOf(QuotedLine line) {
        var subscription = line.subscription();
        return subscription == null ? 1 : subscription.term().months(1);
    }
}

package io.minutebook.billing.orders;

import io.minutebook.billing.Money;
import io.minutebook.billing.Refused;
import io.minutebook.billing.catalogue.PriceBook;
import io.minutebook.billing.catalogue.PricingRefusal;
import io.minutebook.billing.discounts.Discounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Prices items by the price book in force at an instant, exactly, and rounds once at the payable total. */
public final class Pricing {

    private final PriceBook priceBook;
    private final boolean enforcesPreconditions;

    /** Reports what should have been bought before, and sells. */
    public Pricing(PriceBook priceBook) {
        this(priceBook, false);
    }

    public Pricing(PriceBook priceBook, boolean enforcesPreconditions) {
        this.priceBook = priceBook;
        this.enforcesPreconditions = enforcesPreconditions;
    }

    /**
     * One line per pack and number and one for each other item, in the order of the items, nothing stored;
     * {@link Refused} where an item breaks a rule.
     */
    public Quote quote(List<OrderItem> items, Instant at, Holdings holdings, Discounts discounts) {
        new OrderRules(priceBook, at).strongestObjection(items).ifPresent(Pricing::refuse);
        var products = items.stream()
                .map(item -> priceBook.find(item.product(), at).orElseThrow())
                .toList();
        var sold = SoldItem.of(items, products);
        var plans = new BasePlans(sold, at, holdings);
        sold.stream()
                .flatMap(item -> plans.searchFor(item).objection(item.item()).stream())
                .min(Objection.STRONGEST_FIRST)
                .ifPresent(Pricing::refuse);
        var open = new Preconditions(sold, at, holdings).open();
        if (enforcesPreconditions) open.stream().findFirst().ifPresent(Pricing::refuse);
        var prices = new ItemPrices(plans, new PriceTag(discounts, at));
        var lines = sold.stream().flatMap(item -> prices.of(item).stream()).toList();
        return quoteOf(lines, open.stream().map(Precondition::text).toList());
    }

    private static void refuse(Precondition precondition) {
        throw new Refused(PricingRefusal.PRECONDITION_UNMET, precondition.text());
    }

    private static void refuse(Objection objection) {
        throw new Refused(objection.reason(), objection.detail());
    }

    /** What more time costs for what is held, at the prices of that instant. */
    Renewals renewals(Instant at, Discounts discounts) {
        return new Renewals(new Sale(priceBook, new PriceTag(discounts, at)), lines -> quoteOf(lines, List.of()));
    }

    /** What a higher edition costs for the rest of the time that is paid for. */
    Upgrades upgrades(Instant at, Discounts discounts) {
        return new Upgrades(new Sale(priceBook, new PriceTag(discounts, at)), lines -> quoteOf(lines, List.of()));
    }

    private Quote quoteOf(List<PricedLine> priced, List<String> warnings) {
        var rounded = new RoundedLines(priced.stream().map(PricedLine::exact).toList());
        var amounts = rounded.amounts();
        var lines = new ArrayList<QuotedLine>();
        for (int i = 0; i < priced.size(); i++) lines.add(charged(priced.get(i), amounts.get(i)));
        var discount = Money.sum(lines.stream().map(QuotedLine::discount).toList());
        var listPrice = rounded.total().plus(discount);
        return new Quote(priceBook.version(), lines, listPrice, discount, rounded.total(), warnings);
    }

    /** What is sold at the list price has no discount, however its fen were shared out; none is below nothing. */
    private static QuotedLine charged(PricedLine priced, Money amount) {
        var line = priced.line();
        if (priced.isAtListPrice()) return line.charged(Money.ZERO, amount);
        var discount = Money.rounded(priced.listed()).minus(amount);
        return line.charged(discount.isPositive() ? discount : Money.ZERO, amount);
    }
}

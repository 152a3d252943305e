package io.minutebook.billing.orders;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.Refused;
import io.minutebook.billing.catalogue.CustomPack;
import io.minutebook.billing.catalogue.FixedPack;
import io.minutebook.billing.catalogue.PriceBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Prices items by the price book in force at an instant, exactly, and rounds once at the payable total. */
public final class Pricing {

    private final PriceBook priceBook;

    public Pricing(PriceBook priceBook) {
        this.priceBook = priceBook;
    }

    /**
     * One line per pack in the order of the items, nothing stored; {@link Refused} where an item breaks a
     * rule.
     */
    public Quote quote(List<OrderItem> items, Instant at) {
        new OrderRules(priceBook, at).strongestObjection(items).ifPresent(Pricing::refuse);
        var packs = items.stream().flatMap(item -> packsOf(item, at)).toList();
        var rounded = new RoundedLines(packs.stream().map(PackPrice::exact).toList());
        var lines = linesOf(packs, rounded.amounts(), Validity.ofOneYear(at));
        return new Quote(priceBook.version(), lines, rounded.total(), Money.ZERO, rounded.total());
    }

    private static void refuse(Objection objection) {
        throw new Refused(objection.reason(), objection.detail());
    }

    private Stream<PackPrice> packsOf(OrderItem item, Instant at) {
        return switch (priceBook.find(item.product(), at).orElseThrow()) {
            case FixedPack pack ->
                Collections.nCopies(Math.toIntExact(item.quantityOrOne()), PackPrice.of(pack)).stream();
            case CustomPack pack -> Stream.of(PackPrice.of(pack, new Minutes(item.minutesOrNone())));
        };
    }

    private static List<QuotedLine> linesOf(List<PackPrice> packs, List<Money> amounts, Validity validity) {
        var lines = new ArrayList<QuotedLine>();
        for (int i = 0; i < packs.size(); i++) lines.add(packs.get(i).line(amounts.get(i), validity));
        return lines;
    }
}

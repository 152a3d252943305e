package io.minutebook.server.api;

import io.minutebook.billing.Minutes;
import io.minutebook.billing.Money;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.orders.Quote;
import io.minutebook.billing.orders.QuotedLine;
import io.minutebook.reporting.prices.DiscountView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What items would cost now; nothing is stored and nothing is promised. */
record QuoteAnswer(
        String priceBookVersion,
        List<Line> lines,
        Money listPrice,
        Money discount,
        Money payable,
        List<String> warnings) {

    static QuoteAnswer of(Quote quote) {
        return new QuoteAnswer(
                quote.priceBookVersion(),
                quote.lines().stream().map(Line::of).toList(),
                quote.listPrice(),
                quote.discount(),
                quote.payable(),
                quote.warnings());
    }

    /**
     * One line of the order it would become, without the resource.
     *
     * @param discountedBy what it would be sold under; null where the list price is paid
     */
    record Line(
            ProductCode product,
            long quantity,
            @Nullable Minutes minutes,
            UnitPrice unitPrice,
            Money listPrice,
            Money discount,
            Money amount,
            @Nullable DiscountView discountedBy,
            Instant validFrom,
            Instant validUntil,
            LocalDate lastDay) {

        static Line of(QuotedLine line) {
            return new Line(
                    line.product(),
                    line.quantity(),
                    line.minutes(),
                    line.unitPrice(),
                    line.listPrice(),
                    line.discount(),
                    line.amount(),
                    DiscountView.of(line.discountedBy()),
                    line.validFrom(),
                    line.validUntil(),
                    line.lastDay());
        }
    }
}

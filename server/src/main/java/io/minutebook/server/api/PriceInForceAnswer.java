package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.Minutes;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.Term;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.catalogue.Product;
import io.minutebook.billing.discounts.DiscountInForce;
import io.minutebook.billing.discounts.Discounts;
import io.minutebook.billing.discounts.Rate;
import io.minutebook.billing.usage.Region;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an account pays for one unit of a product at an instant, and why. What has one price has it at the top as well;
 * what is listed by volume, term or region has one for each.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceInForceAnswer(
        ProductCode product,
        Instant at,
        @Nullable UnitPrice listUnitPrice,
        @Nullable Rate rate,
        @Nullable UnitPrice unitPrice,
        @Nullable Source source,
        @Nullable String name,
        @Nullable Boolean refundable,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String reason,
        List<Price> prices) {

    /** Where a price comes from. */
    enum Source {
        LIST,
        ACCOUNT,
        PROMOTION
    }

    /** One price; the list price is paid and may be given back where no discount is in force. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Price(
            @Nullable Minutes fromMinutes,
            @Nullable Minutes belowMinutes,
            @Nullable Term term,
            @Nullable Region region,
            UnitPrice listUnitPrice,
            @Nullable Rate rate,
            UnitPrice unitPrice,
            Source source,
            @Nullable String name,
            boolean refundable,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String reason) {

        static Price of(ListedPrice listed, Optional<DiscountInForce> discount) {
            return discount.map(found -> discounted(listed, found)).orElseGet(() -> new Price(
                    listed.from(), listed.below(), listed.term(), listed.region(), listed.unitPrice(), null,
                    listed.unitPrice(), Source.LIST, null, true, null, null, null));
        }

        private static Price discounted(ListedPrice listed, DiscountInForce discount) {
            var paid = discount.terms().of(listed.unitPrice().yuan(), listed.months());
            return new Price(
                    listed.from(), listed.below(), listed.term(), listed.region(), listed.unitPrice(),
                    discount.terms().rate(), new UnitPrice(paid.setScale(8, RoundingMode.HALF_UP)),
                    Source.valueOf(discount.source().name()), discount.name(), discount.refundable(), discount.from(),
                    discount.until(), discount.reason());
        }
    }

    static PriceInForceAnswer of(Product product, Discounts discounts, Instant at) {
        var prices = ListedPrice.of(product).stream()
                .map(listed -> Price.of(
                        listed, discounts.on(product.code(), listed.unitPrice(), listed.months(), at)))
                .toList();
        return prices.size() == 1 ? ofOne(product, at, prices) : new PriceInForceAnswer(
                product.code(), at, null, null, null, null, null, null, null, null, null, prices);
    }

    private static PriceInForceAnswer ofOne(Product product, Instant at, List<Price> prices) {
        var only = prices.getFirst();
        return new PriceInForceAnswer(
                product.code(), at, only.listUnitPrice(), only.rate(), only.unitPrice(), only.source(), only.name(),
                only.refundable(), only.from(), only.until(), only.reason(), prices);
    }
}

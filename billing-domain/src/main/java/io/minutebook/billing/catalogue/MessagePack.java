package io.minutebook.billing.catalogue;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.UnitPrice;
import io.minutebook.billing.usage.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bot messages for an application, valid for one year; each has an exact price.
 *
 * @param promotion what makes it free while this price is in force; null where it is not
 */
public record MessagePack(
        ProductCode code, Family family, long messages, List<RegionPrice> prices, @Nullable String promotion)
        implements Product {

    public MessagePack {
        prices = List.copyOf(prices);
        Prices.requireRegions(prices);
        if (messages < 1) throw new IllegalArgumentException("a pack holds no messages");
        prices.forEach(price -> requireExact(price.price(), messages));
    }

    private static void requireExact(UnitPrice price, long messages) {
        try {
            var _ = price.per(messages);
        } catch (ArithmeticException inexact) {
            throw new IllegalArgumentException("one message has no exact price in eight decimals", inexact);
        }
    }

    /** Empty where it is not sold for the region. */
    public Optional<UnitPrice> price(Region region) {
        return Prices.in(region, prices);
    }
}

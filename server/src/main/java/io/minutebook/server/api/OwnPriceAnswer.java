package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.discounts.DiscountKind;
import io.minutebook.billing.discounts.OwnPrice;
import io.minutebook.reporting.prices.SetBy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A price that was agreed with an account.
 *
 * @param name by which lines that are sold under it name it
 * @param setBy the key that set it; where all of them are listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnPriceAnswer(
        String name,
        ProductCode product,
        DiscountKind kind,
        String value,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean refundable,
        Instant setAt,
        @Nullable String setBy) {

    static OwnPriceAnswer of(OwnPrice price) {
        return of(new SetBy<>(price, null));
    }

    static OwnPriceAnswer of(SetBy<OwnPrice> set) {
        var price = set.what();
        return new OwnPriceAnswer(
                price.name(), price.product(), price.terms().kind(), price.terms().value(), price.from(), price.until(),
                price.reason(), price.refundable(), price.setAt(), set.actor());
    }
}

package io.minutebook.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.discounts.DiscountKind;
import io.minutebook.billing.discounts.Promotion;
import io.minutebook.reporting.prices.SetBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promotion as it was announced.
 *
 * @param setBy the key that set it; where all of them are listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PromotionAnswer(
        String name,
        List<ProductCode> products,
        DiscountKind kind,
        String value,
        Instant from,
        @Nullable Instant until,
        String reason,
        boolean refundable,
        Instant setAt,
        @Nullable String setBy) {

    static PromotionAnswer of(Promotion promotion) {
        return of(new SetBy<>(promotion, null));
    }

    static PromotionAnswer of(SetBy<Promotion> set) {
        var promotion = set.what();
        return new PromotionAnswer(
                promotion.name(), promotion.products(), promotion.terms().kind(), promotion.terms().value(),
                promotion.from(), promotion.until(), promotion.reason(), promotion.refundable(), promotion.setAt(),
                set.actor());
    }
}

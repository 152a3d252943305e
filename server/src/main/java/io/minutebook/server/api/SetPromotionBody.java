package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.ProductCode;
import io.minutebook.billing.discounts.DiscountKind;
import io.minutebook.billing.discounts.Promotion;
import io.minutebook.billing.discounts.SetPromotion;
import io.minutebook.billing.orders.AnnouncePromotion;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every account may buy below the list price for a time, and why. */
record SetPromotionBody(
        @Schema(requiredMode = REQUIRED) @ArraySchema(minItems = 1, maxItems = 100)
        @Nullable List<@Nullable ProductCode> products,
        @Schema(requiredMode = REQUIRED) @Nullable DiscountKind kind,
        @Schema(requiredMode = REQUIRED) @Nullable String value,
        @Schema(requiredMode = REQUIRED) @Nullable DayOrInstant from,
        @Nullable DayOrInstant until,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 200) @Nullable String reason,
        @Schema(requiredMode = REQUIRED) @Nullable Boolean refundable) {

    private static final int LONGEST_REASON = 200;
    private static final int MOST_PRODUCTS = 100;

    AnnouncePromotion toCommand(String name, Instant at) {
        var codes = Fields.list("products", products, MOST_PRODUCTS);
        var terms = AskedTerms.of(kind, value);
        var start = Fields.given("from", from).instant();
        var why = Fields.text("reason", reason, LONGEST_REASON);
        boolean mayBeGivenBack = Fields.given("refundable", refundable);
        return new AnnouncePromotion(new SetPromotion(new Promotion(
                name, codes, terms, start, AskedTerms.until(start, until), why, mayBeGivenBack, at)));
    }
}

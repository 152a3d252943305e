package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ProductCode;
import io.minutebook.billing.discounts.DiscountKind;
import io.minutebook.billing.discounts.SetAccountPrice;
import io.minutebook.billing.orders.AgreePrice;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was agreed with an account about a product, and why. */
record SetPriceBody(
        @Schema(requiredMode = REQUIRED) @Nullable DiscountKind kind,
        @Schema(requiredMode = REQUIRED) @Nullable String value,
        @Schema(requiredMode = REQUIRED) @Nullable DayOrInstant from,
        @Nullable DayOrInstant until,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 200) @Nullable String reason,
        @Schema(requiredMode = REQUIRED) @Nullable Boolean refundable) {

    private static final int LONGEST_REASON = 200;

    AgreePrice toCommand(AccountId accountId, ProductCode product, Instant at) {
        var terms = AskedTerms.of(kind, value);
        var start = Fields.given("from", from).instant();
        var why = Fields.text("reason", reason, LONGEST_REASON);
        boolean mayBeGivenBack = Fields.given("refundable", refundable);
        return new AgreePrice(new SetAccountPrice(
                accountId, product, terms, start, AskedTerms.until(start, until), why, mayBeGivenBack, at));
    }
}

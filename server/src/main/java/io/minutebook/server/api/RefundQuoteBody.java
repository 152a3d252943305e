package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.refunds.QuoteRefund;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What would be given back. */
record RefundQuoteBody(@Schema(requiredMode = REQUIRED) @Nullable ResourceId resourceId) {

    QuoteRefund toCommand(AccountId accountId, Instant at) {
        return new QuoteRefund(accountId, Fields.given("resourceId", resourceId), at);
    }
}

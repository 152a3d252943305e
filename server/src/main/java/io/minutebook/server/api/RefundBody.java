package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.refunds.RequestRefund;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is given back; with a quoteId only at the figures that were shown, else at those of now. */
record RefundBody(
        @Schema(requiredMode = REQUIRED) @Nullable ResourceId resourceId,
        @Schema(minLength = 1, maxLength = 40) @Nullable String quoteId) {

    private static final int LONGEST_QUOTE_ID = 40;

    RequestRefund toCommand(AccountId accountId, Instant at) {
        var quote = quoteId == null ? null : Fields.text("quoteId", quoteId, LONGEST_QUOTE_ID);
        return new RequestRefund(accountId, Fields.given("resourceId", resourceId), quote, at);
    }
}

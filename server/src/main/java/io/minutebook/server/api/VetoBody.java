package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.ResourceId;
import io.minutebook.billing.refunds.VetoRefund;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why refunds are forbidden, of one resource or, without it, of all that the account has. */
record VetoBody(
        @Nullable ResourceId resourceId,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 500) @Nullable String reason) {

    private static final int LONGEST = 500;

    VetoRefund toCommand(AccountId accountId, String by, Instant at) {
        return new VetoRefund(accountId, resourceId, Fields.text("reason", reason, LONGEST), by, at);
    }
}

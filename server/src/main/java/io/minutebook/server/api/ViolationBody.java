package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.FindViolation;
import io.minutebook.billing.account.ViolationRule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which rule of access was broken, and what was found. */
record ViolationBody(
        @Schema(requiredMode = REQUIRED) @Nullable ViolationRule rule,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 2000) @Nullable String finding) {

    private static final int LONGEST = 2_000;

    FindViolation toCommand(AccountId accountId, String by, Instant at) {
        return new FindViolation(
                accountId, Fields.given("rule", rule), Fields.text("finding", finding, LONGEST), by, at);
    }
}

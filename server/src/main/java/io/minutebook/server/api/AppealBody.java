package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.CaseNumber;
import io.minutebook.billing.account.AppealOutcome;
import io.minutebook.billing.account.DecideAppeal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of an appeal, and why. */
record AppealBody(
        @Schema(requiredMode = REQUIRED) @Nullable AppealOutcome outcome,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 500) @Nullable String reason) {

    private static final int LONGEST = 500;

    DecideAppeal toCommand(AccountId accountId, CaseNumber violationId, String by, Instant at) {
        return new DecideAppeal(
                accountId, violationId, Fields.given("outcome", outcome), Fields.text("reason", reason, LONGEST), by, at);
    }
}

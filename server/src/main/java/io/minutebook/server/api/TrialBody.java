package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.orders.StartTrial;
import io.minutebook.billing.orders.TrialKind;
import io.minutebook.billing.usage.Region;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What to try, for which application; chat also where, DOMESTIC when left out. */
record TrialBody(
        @Schema(requiredMode = REQUIRED) @Nullable Long applicationId,
        @Schema(requiredMode = REQUIRED) @Nullable TrialKind kind,
        @Nullable Region region) {

    StartTrial toCommand(AccountId accountId, Instant at) {
        long application = Fields.given("applicationId", Fields.application("applicationId", applicationId));
        return new StartTrial(accountId, application, Fields.given("kind", kind), region, at);
    }
}

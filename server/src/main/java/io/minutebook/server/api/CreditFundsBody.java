package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.Money;
import io.minutebook.billing.account.CreditFunds;
import io.minutebook.billing.account.FundsKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money that came in, with the reference under which the payer knows it. */
record CreditFundsBody(
        @Schema(requiredMode = REQUIRED) @Nullable FundsKind kind,
        @Schema(requiredMode = REQUIRED) @Nullable Money amount,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 200) @Nullable String reference) {

    CreditFunds toCommand(AccountId accountId, Instant at) {
        return new CreditFunds(
                accountId,
                Fields.given("kind", kind),
                Fields.positive("amount", amount),
                Fields.text("reference", reference, 200),
                at);
    }
}

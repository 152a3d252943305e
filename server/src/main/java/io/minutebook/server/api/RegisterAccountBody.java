package io.minutebook.server.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.minutebook.billing.AccountId;
import io.minutebook.billing.account.RegisterAccount;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account as it shall be. */
record RegisterAccountBody(
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 200) @Nullable String name,
        @Schema(requiredMode = REQUIRED, minLength = 1, maxLength = 100) @Nullable String legalEntityId) {

    RegisterAccount toCommand(AccountId accountId) {
        return new RegisterAccount(
                accountId, Fields.text("name", name, 200), Fields.text("legalEntityId", legalEntityId, 100));
    }
}
